import Containers
import Testing

@Suite("Archives in the making")
struct ZipWriterTests {
    /// Gathers what is packed.
    private final class Packed {
        var bytes: [UInt8] = []
    }

    private struct FullDisk: Error {}

    private func pack(_ files: [(String, [UInt8])]) throws -> [UInt8] {
        let packed = Packed()
        let writer = try ZipWriter(modifiedAt: 1_793_534_400) { packed.bytes += $0 }
        for (name, bytes) in files { try writer.add(name, bytes) }
        try writer.finish()
        return packed.bytes
    }

    @Test("give back every file as it was, in its order")
    func roundTrip() throws {
        let files: [(String, [UInt8])] = [
            ("a/one.txt", Array("one\n".utf8)), ("a/empty", []),
            ("a/b/two.bin", (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7 >> 3) }),
        ]
        var found: [(String, [UInt8])] = []
        try ZipContents.forEachFile(of: InMemoryInput(try pack(files)), greatest: 1 << 20) {
            found.append(($0, $1))
        }
        #expect(found.map(\.0) == files.map(\.0))
        #expect(found.map(\.1) == files.map(\.1))
    }

    @Test("are the same for the same files")
    func isStable() throws {
        let files = [("one.txt", Array("one".utf8))]
        #expect(try pack(files) == pack(files))
    }

    @Test("throw what their place throws")
    func fullDisk() throws {
        #expect(throws: FullDisk.self) {
            let writer = try ZipWriter(modifiedAt: 0) { _ in throw FullDisk() }
            for number in 0..<64 { try writer.add("\(number)", (0..<4096).map { UInt8($0 % 251) }) }
            try writer.finish()
        }
    }

    @Test("refuse to be read where a file is longer than allowed")
    func tooLong() throws {
        let bytes = try pack([("one.txt", Array("more than three".utf8))])
        let error = #expect(throws: ContainerError.self) {
            try ZipContents.forEachFile(of: InMemoryInput(bytes), greatest: 3) { _, _ in }
        }
        #expect(error?.code == .tooLarge)
    }
}
