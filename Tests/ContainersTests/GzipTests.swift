import Containers
import Tables
import Testing

@Suite("Compressed lists")
struct GzipTests {
    static let list = [
        ["Email", "Name"], ["ada@example.org", "Ada"], ["grace@example.net", "Hopper, Grace"],
    ]

    @Test("are unpacked, and can be read twice")
    func unpacked() throws {
        let list = try ReadList(fixture: "list.csv.gz")
        #expect(list.rows == Self.list)
        #expect(try list.again() == Self.list)
        #expect(list.content.kind == .plain)
        #expect(list.content.wrappings == [.gzip])
        #expect(list.content.dialect == nil)
        #expect(list.places.allSatisfy { $0 == nil })
    }

    @Test("may have several members and padding behind them")
    func severalMembers() throws {
        #expect(
            try ReadList(fixture: "two-members.csv.gz").rows == Self.list + [["joan@example.com", "Joan"]])
    }

    @Test(
        "may hold something else than a table",
        arguments: [
            ("cards.vcf.gz", ContainerKind.vCard), ("objects.jsonl.gz", .jsonLines),
            ("contacts.xlsx.gz", .xlsx),
        ])
    func others(name: String, kind: ContainerKind) throws {
        let list = try ReadList(fixture: name)
        #expect(list.content.kind == kind)
        #expect(list.rows.count > 1)
        #expect(try list.again() == list.rows)
    }

    @Test("are read in whatever pieces they come", arguments: [1, 7, 100])
    func pieces(size: Int) throws {
        let content = try Content.open(
            DrippingInput(try Fixture.bytes("two-members.csv.gz"), pieceSize: size))
        var reader = try RecordReader(detecting: content)
        var record = Record()
        var count = 0
        while try reader.next(into: &record) { count += 1 }
        #expect(count == 4)
    }

    @Test("that were cut off anywhere never pass for whole")
    func truncated() throws {
        let bytes = try Fixture.bytes("list.csv.gz")
        for length in 2..<bytes.count {
            #expect(throws: (any Error).self) { try ReadList(Array(bytes[..<length])) }
        }
    }

    @Test("of which one bit was changed never pass, but for what says nothing of the list")
    func damaged() throws {
        let bytes = try Fixture.bytes("list.csv.gz")
        for index in bytes.indices {
            var damaged = bytes
            damaged[index] ^= 0x10
            // The header: when it was packed, by which system, under which name.
            if let list = try? ReadList(damaged) { #expect(list.rows == Self.list && index < 19) }
        }
    }

    @Test("with something behind them that is no member are damaged")
    func trailing() throws {
        #expect(throws: (any Error).self) { try ReadList(try Fixture.bytes("list.csv.gz") + [0x41, 0x42]) }
    }

    @Test("within compressed lists are refused")
    func twice() throws {
        let error = #expect(throws: ContainerError.self) { try ReadList(fixture: "twice.gz") }
        #expect(error?.code == .nested)
    }

    @Test("that unpack to far more than a list are given up")
    func bomb() throws {
        let content = try Content.open(InMemoryInput(try Fixture.bytes("bomb.csv.gz")))
        var length = 0
        #expect(throws: TableError.self) {
            while true {
                let piece = try [UInt8](capacity: 1 << 16) { try content.read(into: &$0) }
                if piece.isEmpty { break }
                length += piece.count
            }
        }
        #expect((content.failure as? ContainerError)?.code == .bomb)
        #expect(length <= 17 << 20)
    }

    @Test("have no members to choose from")
    func noMembers() throws {
        let error = #expect(throws: ContainerError.self) { try ReadList(fixture: "list.csv.gz", member: "a") }
        #expect(error?.code == .noMembers)
    }

    @Test("pass on what goes wrong beneath them")
    func failing() throws {
        #expect(throws: FailingInput.Failure.self) {
            try Content.open(FailingInput(try Fixture.bytes("list.csv.gz"), after: 20))
        }
    }
}
