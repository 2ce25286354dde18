import Files
import Glibc
import Testing

@Suite("Files that are read")
struct InputFileTests {
    let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test("a pipe is refused without waiting for somebody to write", .timeLimit(.minutes(1)))
    func pipe() {
        mkfifo(folder["pipe"], 0o600)
        #expect(failure { _ = try InputFile(path: folder["pipe"]) } == .notAFile)
    }

    @Test("folders, devices and what is not there are refused by name")
    func refused() {
        #expect(failure { _ = try InputFile(path: folder.path) } == .directory)
        #expect(failure { _ = try InputFile(path: "/dev/zero") } == .notAFile)
        #expect(failure { _ = try InputFile(path: folder["none"]) } == .missing)
        #expect(failure { _ = try InputFile(path: folder["none/none"]) } == .missing)
    }

    @Test("a file is one, by whatever name it is reached")
    func identity() throws {
        try folder.write("text", to: "a")
        try folder.write("text", to: "b")
        symlink(folder["a"], folder["c"])
        #expect(InputFile.identity(of: folder["a"]) == InputFile.identity(of: folder["c"]))
        #expect(InputFile.identity(of: folder["a"]) != InputFile.identity(of: folder["b"]))
        #expect(InputFile.identity(of: folder["none"]) == nil)
    }

    @Test("a file over the limit is not taken", arguments: [(5, false), (4, false), (3, true)])
    func limit(limit: Int, isRefused: Bool) throws {
        try folder.write("text", to: "a")
        #expect((failure { _ = try InputFile.contents(of: folder["a"], limit: limit) } != nil) == isRefused)
    }

    @Test("a private file that others may read is refused", arguments: [0o640, 0o604, 0o620, 0o644])
    func exposed(mode: Int) throws {
        try folder.write("secret", to: "key", mode: mode)
        #expect(failure { _ = try PrivateFile.contents(of: folder["key"]) } == .exposed)
        try folder.write("secret", to: "key", mode: 0o600)
        #expect(try PrivateFile.contents(of: folder["key"]) == Array("secret".utf8))
    }

    @Test(
        "what may not be read or written is forbidden",
        .enabled(if: getuid() == 0, "only root can become nobody"))
    func forbidden() async {
        await #expect(processExitsWith: .success) {
            let folder = try ScratchFolder()
            try folder.write("secret", to: "key")
            setuid(65_534)
            #expect(failure { _ = try InputFile(path: folder["key"]) } == .forbidden)
            #expect(failure { try StagedFile.replace(folder["list"], with: [], token: "t") } == .forbidden)
            #expect(failure { try Folder.make(folder["inner/most"]) } == .forbidden)
        }
    }
}
