import Files
import Foundation
import Testing

@Suite("Folders")
struct FolderTests {
    let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
        for name in ["b", "a", "in/c", "in/deep/d"] {
            try Folder.make(Path.split(scratch[name]).folder)
            try Data([1, 2, 3]).write(to: URL(filePath: scratch[name]))
        }
        // A link to a folder is a file, and is not followed.
        try FileManager.default.createSymbolicLink(
            atPath: scratch["in/link"], withDestinationPath: scratch["in"])
    }

    private static let files = ["a", "b", "in/c", "in/deep/d", "in/link"]

    @Test("are listed with everything below, and no link is followed")
    func listed() throws {
        #expect(try Folder.files(in: scratch.path) == Self.files)
        #expect(try Folder.names(in: scratch["in"]) == ["c", "deep", "link"])
    }

    @Test("are walked through, each file once")
    func walked() throws {
        var names: [String] = []
        try Folder.forEachFile(in: scratch.path) { names.append($0) }
        #expect(names.sorted() == Self.files)
        #expect(throws: FileError.self) { try Folder.forEachFile(in: scratch["nowhere"]) { _ in } }
    }

    @Test("their files are appended whole, and no more than is allowed", arguments: [(3, false), (2, true)])
    func appended(limit: Int, isRefused: Bool) throws {
        var bytes: [UInt8] = [0]
        do throws(FileError) {
            try InputFile.append(scratch["a"], to: &bytes, limit: limit)
            #expect(!isRefused && bytes == [0, 1, 2, 3])
        } catch {
            #expect(isRefused && error.code == .full)
        }
    }
}
