import Cryptography
import Files
import Glibc
import TestSupport
import Testing
import Workers

@testable import Gate

@Suite("An output")
struct OutputFileTests {
    /// Pieces of all lengths: none, short ones, and some that are longer than what is written at once.
    private static let pieces: [[UInt8]] = {
        var random = SeededRandom(seed: 7)
        return (0..<200).map { number in
            let length = number % 40 == 39 ? 700_000 : Int.random(in: 0...9000, using: &random)
            let start = UInt64.random(in: 0...255, using: &random)
            return (0..<length).map { UInt8(truncatingIfNeeded: start &+ UInt64($0) &* 31) }
        }
    }()

    @Test("holds what was written to it, and tells its digest, on one thread and on two", arguments: [1, 2])
    func whole(threads: Int) throws {
        let folder = try ScratchFolder()
        let file = try OutputFile(path: folder.path("out"), token: "t", workers: Workers(threads))
        for piece in Self.pieces { try file.write(piece) }
        let wanted = Self.pieces.flatMap(\.self)
        #expect(file.byteCount == UInt64(wanted.count))
        let synchronisation = try file.beginSealing()
        synchronisation.run()
        #expect(file.sha256 == SHA256.digest(of: wanted).hex)
        try file.seal()
        #expect(ScratchFolder.files(in: folder.path) == [])
        try file.commit()
        #expect(try InputFile.contents(of: folder.path("out")) == wanted)
        #expect(ScratchFolder.files(in: folder.path) == ["out"])
    }

    @Test("that meets the end of the space says so and leaves nothing", arguments: [1, 2])
    func full(threads: Int) async {
        await #expect(processExitsWith: .success) { [threads] in
            let folder = try ScratchFolder()
            // A limit on the size of files stands in for a full disk: both end a write half-way.
            _ = signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 1_000_000, rlim_max: 1_000_000)
            setrlimit(__rlimit_resource_t(1), &limit)
            let error = #expect(throws: FileError.self) {
                let file = try OutputFile(path: folder.path("out"), token: "t", workers: Workers(threads))
                for piece in OutputFileTests.pieces { try file.write(piece) }
                try file.seal()
            }
            #expect(error?.code == .full)
            #expect(ScratchFolder.files(in: folder.path) == [])
        }
    }
}
