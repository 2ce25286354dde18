import Containers
import Testing

@Suite("Archives")
struct ZipTests {
    @Test(
        "with one list need no choice",
        arguments: ["one-list.zip", "stored.zip", "zip64.zip", "windows-folder.zip"])
    func oneList(name: String) throws {
        let list = try ReadList(fixture: name)
        #expect(list.rows == GzipTests.list)
        #expect(try list.again() == GzipTests.list)
        #expect(list.content.wrappings == [.zip])
        #expect(list.content.remarks == [])
        #expect(list.content.member?.hasSuffix("list.csv") == true)
    }

    @Test(
        "are refused with a reason",
        arguments: [
            ("up.zip", ContainerError.Code.unsafeName), ("up-inside.zip", .unsafeName),
            ("absolute.zip", .unsafeName), ("windows-up.zip", .unsafeName), ("drive.zip", .unsafeName),
            ("locked.zip", .encrypted), ("no-list.zip", .noList), ("empty.zip", .noList),
            ("newsletter.zip", .ambiguousMember), ("open-document.ods", .unsupported),
            ("binary.xlsb", .unsupported),
        ])
    func refused(name: String, code: ContainerError.Code) throws {
        let error = #expect(throws: ContainerError.self) { try ReadList(fixture: name) }
        #expect(error?.code == code)
        #expect(error?.hint.isEmpty == false)
    }

    @Test("within archives are refused, even when they are named")
    func nested() throws {
        let error = #expect(throws: ContainerError.self) {
            try ReadList(fixture: "nested.zip", member: "inner.zip")
        }
        #expect(error?.code == .nested)
        #expect(error?.member == "inner.zip")
    }

    @Test("may hold links, which are no lists")
    func links() throws {
        #expect(try ReadList(fixture: "link.zip").content.member == "other.csv")
        let error = #expect(throws: ContainerError.self) {
            try ReadList(fixture: "link.zip", member: "list.csv")
        }
        #expect(error?.code == .unsupported)
    }

    @Test("that unpack to far more than a list are given up")
    func bomb() throws {
        let content = try Content.open(InMemoryInput(try Fixture.bytes("bomb.zip")))
        var isGivenUp = false
        for _ in 0..<10_000 where !isGivenUp {
            do {
                if try [UInt8](capacity: 1 << 16, initializingWith: { try content.read(into: &$0) }).isEmpty {
                    break
                }
            } catch { isGivenUp = true }
        }
        #expect((content.failure as? ContainerError)?.code == .bomb)
    }

    @Test("with too many members, or too long a table of contents, are refused")
    func tooMany() throws {
        var few = ContainerLimits.default
        few.members = 5
        var short = ContainerLimits.default
        short.contentsBytes = 1000
        let bytes = try Fixture.bytes("linkedin-export.zip")
        for limits in [few, short] {
            let error = #expect(throws: ContainerError.self) { try ReadList(bytes, limits: limits) }
            #expect(error?.code == .tooLarge)
        }
    }

    @Test("are read from an input that cannot seek", arguments: [1, 100, 100_000])
    func pieces(size: Int) throws {
        let content = try Content.open(
            DrippingInput(try Fixture.bytes("linkedin-export.zip"), pieceSize: size), member: "Profile.csv")
        #expect(content.member == "Basic_LinkedInDataExport_01-02-2026/Profile.csv")
    }

    @Test("of which a list was changed never pass for whole")
    func checksum() throws {
        var bytes = try Fixture.bytes("stored.zip")
        let at = try #require(bytes.firstIndex(of: UInt8(ascii: "@")))
        bytes[at] = UInt8(ascii: "#")
        #expect(throws: (any Error).self) { try ReadList(bytes) }
    }

    @Test(
        "of a name that is no text are damaged, and nothing of it is said",
        arguments: [0x9F, 0x00] as [UInt8])
    func namesThatAreNoText(byte: UInt8) throws {
        var bytes = try Fixture.bytes("umlauts.zip")
        // In the header of the second member, whose name is said to be UTF-8.
        let start = try #require(bytes.indices.last { bytes[$0...].starts(with: [0x50, 0x4B, 3, 4]) })
        bytes[start + 30] = byte
        let error = #expect(throws: ContainerError.self) { try ReadList(bytes) }
        #expect(error?.code == .damaged)
        #expect(error?.member == nil)
    }

    @Test("are not asked for by a name of nothing")
    func emptyName() throws {
        let error = #expect(throws: ContainerError.self) { try ReadList(fixture: "umlauts.zip", member: "") }
        #expect(error?.code == .unknownMember)
        #expect(error?.member == nil)
    }

    @Test("keep the letters of their names")
    func umlauts() throws {
        let list = try ReadList(fixture: "umlauts.zip", member: "Kontakte für Köln.csv")
        #expect(list.content.member == "Verteiler/Kontakte für Köln.csv")
    }
}
