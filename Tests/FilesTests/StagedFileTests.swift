import Files
import Foundation
import Glibc
import Testing

@Suite("A staged file")
struct StagedFileTests {
    let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test("is at its place only after the commit, whole", arguments: [0, 1, 1 << 18, 1_000_003])
    func commit(size: Int) throws {
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
        var file = try StagedFile(path: folder["list.csv"], token: "t")
        try file.write(bytes)
        try file.write("end")
        #expect(file.count == UInt64(size + 3))
        #expect(try folder.names().isEmpty)
        try file.commit()
        #expect(try folder.names() == ["list.csv"])
        #expect(try InputFile.contents(of: folder["list.csv"]) == bytes + Array("end".utf8))
    }

    @Test("leaves nothing when it is given up, and the old file as it was")
    func givenUp() throws {
        try folder.write("old", to: "list.csv")
        do {
            var file = try StagedFile(path: folder["list.csv"], token: "t")
            try file.write("new")
            try file.seal()
        }
        #expect(try folder.names() == ["list.csv"])
        #expect(folder.text("list.csv") == "old")
    }

    @Test("is whole whoever brings its bytes to the disk, and whatever is written after that was begun")
    func sealedAside() throws {
        var file = try StagedFile(path: folder["list.csv"], token: "t")
        try file.write("one")
        let first = try file.beginSealing()
        first.run()
        first.run()
        try file.write(" two")
        let second = try file.beginSealing()
        try file.commit()
        second.run()
        #expect(folder.text("list.csv") == "one two")
        #expect(try folder.names() == ["list.csv"])
    }

    @Test("replaces a link and not what it leads to")
    func link() throws {
        try folder.write("kept", to: "target")
        try FileManager.default.createSymbolicLink(
            atPath: folder["link"], withDestinationPath: folder["target"])
        try StagedFile.replace(folder["link"], with: Array("new".utf8), token: "t")
        #expect(folder.text("target") == "kept")
        #expect(folder.text("link") == "new")
    }

    @Test("is not moved over a folder, and leaves nothing")
    func directory() throws {
        try Folder.make(folder["taken"])
        #expect(failure { try StagedFile.replace(folder["taken"], with: [1], token: "t") } == .directory)
        #expect(try folder.names() == ["taken"])
    }

    @Test("is refused in a folder that is not there, and beside a leftover, which can be removed")
    func leftover() throws {
        #expect(failure { try StagedFile.replace(folder["no/list"], with: [], token: "t") } == .missing)
        try folder.write("half", to: ".list.t.part")
        #expect(failure { try StagedFile.replace(folder["list"], with: [], token: "t") } == .exists)
        try StagedFile.removeLeftover(of: folder["list"], token: "t")
        try StagedFile.removeLeftover(of: folder["list"], token: "t")
        try StagedFile.replace(folder["list"], with: [], mode: 0o600, token: "t")
        #expect(try folder.names() == ["list"])
        #expect(PrivateFile.permissions(folder["list"]) == 0o600)
    }

    @Test("that meets the end of the space says so and leaves nothing")
    func full() async {
        await #expect(processExitsWith: .success) {
            let folder = try ScratchFolder()
            // A limit on the size of files stands in for a full disk: both end a write half-way.
            _ = signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 100_000, rlim_max: 100_000)
            setrlimit(__rlimit_resource_t(1), &limit)
            let result = failure {
                try StagedFile.replace(
                    folder["list"], with: [UInt8](repeating: 1, count: 200_000), token: "t")
            }
            #expect(result == .full)
            #expect(try folder.names() == [])
        }
    }
}

/// The code with which an operation on files fails, or nil.
func failure(_ body: () throws -> Void) -> FileError.Code? {
    do { try body() } catch { return (error as? FileError)?.code }
    return nil
}
