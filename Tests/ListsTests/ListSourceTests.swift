import Cryptography
import Files
import Lists
import Origins
import Tables
import TestSupport
import Testing

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
}
