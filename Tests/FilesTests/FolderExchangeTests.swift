import Files
import Foundation
import Testing

@Suite("What takes the place of something else")
struct FolderExchangeTests {
    let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func make(_ name: String, holding text: String) throws {
        try Folder.make(folder[name])
        try Data(text.utf8).write(to: URL(filePath: Path.join(folder[name], "file")))
    }

    private func text(_ name: String) throws -> String {
        String(decoding: try InputFile.contents(of: Path.join(folder[name], "file")), as: UTF8.self)
    }

    @Test("two folders change places in one step")
    func exchange() throws {
        try make("old", holding: "old")
        try make("new", holding: "new")
        try Folder.exchange(folder["new"], with: folder["old"])
        #expect(try text("old") == "new")
        #expect(try text("new") == "old")
    }

    @Test("nothing moves where one of them is missing")
    func missing() throws {
        try make("old", holding: "old")
        #expect(throws: FileError.self) { try Folder.exchange(folder["new"], with: folder["old"]) }
        #expect(throws: FileError.self) { try Folder.exchange(folder["old"], with: folder["new"]) }
        #expect(try text("old") == "old")
    }

    @Test("a folder behind links is known by its own name")
    func resolved() throws {
        try make("real", holding: "")
        try FileManager.default.createSymbolicLink(
            atPath: folder["link"], withDestinationPath: folder["real"])
        #expect(Folder.resolved(folder["link"]) == Folder.resolved(folder["real"]))
        #expect(Folder.resolved(folder["nothing"]) == folder["nothing"])
    }

    @Test("a file that others may read holds no secret")
    func secret() throws {
        try StagedFile.replace(folder["key"], with: Array("secret".utf8), mode: 0o600, token: "test")
        #expect(try PrivateFile.withSecret(of: folder["key"]) { $0.count } == 6)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder["key"])
        #expect(throws: FileError.self) { try PrivateFile.withSecret(of: folder["key"]) { $0.count } }
        try StagedFile.replace(folder["next"], with: Array("another".utf8), mode: 0o600, token: "test")
        try PrivateFile.supersede(folder["key"], by: folder["next"])
        #expect(try PrivateFile.withSecret(of: folder["key"]) { $0.count } == 7)
        #expect(!PrivateFile.exists(folder["next"]))
    }
}
