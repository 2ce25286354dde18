import Cryptography
import Files
import Lists
import Origins
import Tables
import TestSupport
import Testing
import Workers

@Suite("What a list comes in")
struct ListSourceTests {
    private func read(_ bytes: [UInt8], member: String? = nil) throws -> (source: ListSource, rows: Int) {
        let folder = try ScratchFolder()
        let source = try ListSource(path: try folder.write("list", bytes))
        let rows = try source.read(try LayoutCatalogue.shipped, ListOptions(member: member)) { list in
            var record = Record()
            var rows = 0
            while try list.next(into: &record) { rows += 1 }
            return rows
        }
        return (source, rows)
    }

    private func fixture(_ name: String) throws -> [UInt8] {
        try InputFile.contents(of: ListSourceTests.fixtures + "/" + name)
    }

    /// The fixtures of the reader of containers.
    private static let fixtures = Sample.folder.replacing(
        "TestSupport/Samples", with: "ContainersTests/Fixtures")

    @Test(
        "the digest is that of the file, whatever the list lies in", arguments: ["plain", "archive", "gzip"])
    func digest(kind: String) throws {
        let bytes =
            switch kind {
            case "archive": try fixture("linkedin-export.zip")
            case "gzip": try fixture("list.csv.gz")
            default: Array("email\nada@example.org\n".utf8)
            }
        let (source, rows) = try read(bytes)
        #expect(rows > 0)
        #expect(try source.digest() == SHA256.digest(of: bytes))
        #expect(try source.digest() == SHA256.digest(of: bytes), "asked again")
    }

    /// A list of some megabytes, in which no piece looks like another.
    private static let long: [UInt8] = {
        var text = "email,number\n"
        for number in 0..<100_000 { text += "person.\(number)@example.org,\(number &* 2_654_435_761)\n" }
        return Array(text.utf8)
    }()

    @Test(
        "is the same where the next bytes are read meanwhile, from its start and once more from there",
        arguments: [1, 2])
    func readAhead(threads: Int) throws {
        let folder = try ScratchFolder()
        let source = try ListSource(path: try folder.write("list", Self.long), workers: Workers(threads))
        for rows in [30_000, .max, .max] {
            var read: [[UInt8]] = []
            try source.read(try LayoutCatalogue.shipped, ListOptions()) { list in
                var record = Record()
                while read.count < rows, try list.next(into: &record) { read.append(Array(record.raw)) }
            }
            let wanted = Self.long.split(separator: 10).dropFirst().prefix(rows)
            #expect(read.count == wanted.count)
            #expect(zip(read, wanted).allSatisfy { $0.dropLast() == $1 })
            #expect(try source.digest() == SHA256.digest(of: Self.long), "wherever reading stopped")
            #expect(source.byteCount == UInt64(Self.long.count))
        }
    }

    @Test(
        "what is wrong with a container is said with the file and the line, wherever it shows",
        arguments: [
            ("BEGIN:VCARD\nFN:A\nEMAIL:a@x.org\nEND:VCARD\nstray\n", ", line 5: "),
            ("{\"email\":\"a@x.org\"}\n{\"email\":\n", ", line 2: "),
        ])
    func damaged(text: String, place: String) throws {
        let error = #expect(throws: ListError.self) { try read(Array(text.utf8)) }
        #expect(error?.code == .container)
        #expect(error?.message.contains(place) == true)
        #expect(error?.hint.isEmpty == false)
    }

    @Test("your own connections go before the invitations beside them, whatever the files are called")
    func connectionsFirst() throws {
        let (source, rows) = try read(try fixture("linkedin-invitations.zip"))
        #expect(source.packaging.member == "Relations.csv")
        #expect(rows == 1)
    }

    @Test("what cannot be unpacked is told with the file and the line, wherever it is found out")
    func damage() throws {
        let card = "BEGIN:VCARD\nVERSION:3.0\nEMAIL:ada@example.org\nEND:VCARD\n"
        let error = #expect(throws: ListError.self) {
            _ = try read(Array((card + "BEGIN:VCARD\nVERSION:3.0\n").utf8))
        }
        #expect(error?.code == .container)
        #expect(error?.message.hasSuffix(", line 5: The card that begins here never ends.") == true)
    }

    @Test(
        "a page or XML is none",
        arguments: ["<!DOCTYPE html>\n", "\u{FEFF}<html><table>", " \n<?xml version=\"1.0\"?>\n<Workbook>"])
    func markup(beginning: String) throws {
        let error = #expect(throws: ListError.self) {
            _ = try read(Array((beginning + "<td>ada@example.org</td>\n").utf8))
        }
        #expect(error?.message.hasSuffix("This is a web page or XML, whatever its name says.") == true)
    }
}
