import Containers
import Tables
import TestSupport
import Testing

@Suite("Damaged files")
struct DamageTests {
    /// Small ones; the bombs have tests of their own.
    private static func fixtures() throws -> [String] {
        try Fixture.all().filter { !$0.hasPrefix("bomb") && !$0.hasPrefix("long-tag") }
    }

    private static let texts = [
        "BEGIN:VCARD\nVERSION:2.1\nN;ENCODING=QUOTED-PRINTABLE:M=C3=BC;J=\n=C3\nEMAIL;TYPE=\"a,b\":x\\,y@z\n z\nEND:VCARD\n",
        "[{\"a\":\"\\u00e4\\n\",\"b\":[1.5e3,{\"c\":null}]},\n{\"a\":-0,\"d\":true}]",
        "Ada <ada@example.org>\n\"A, \\\"b\\\"\" <a@b>\nc@d (e)\n# f\n",
    ]

    /// Reads what there is, and has nothing to say but errors that are meant for people.
    private static func read(_ bytes: [UInt8]) {
        var limits = ContainerLimits.default
        limits.unpackedBytes = 1 << 20
        do {
            _ = try ReadList(bytes, limits: limits) { _, bytes in bytes.count }
        } catch let error as ContainerError {
            #expect(!error.what.isEmpty && !error.hint.isEmpty)
        } catch {
            #expect(error is TableError)
        }
    }

    @Test("that were cut off give rows or an error", arguments: try fixtures())
    func truncated(name: String) throws {
        let bytes = try Fixture.bytes(name)
        for length in stride(from: 0, to: bytes.count, by: 97) { Self.read(Array(bytes[..<length])) }
    }

    @Test("that were changed at random give rows or an error", arguments: try fixtures())
    func changed(name: String) throws {
        var generator = SeededRandom(seed: UInt64(name.utf8.reduce(0) { $0 &+ Int($1) }))
        let bytes = try Fixture.bytes(name)
        for _ in 0..<60 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                guard !damaged.isEmpty else { break }
                damaged[Int.random(in: 0..<damaged.count, using: &generator)] = UInt8.random(
                    in: 0...255, using: &generator)
            }
            Self.read(damaged)
        }
    }

    @Test("of text give rows or an error, however they are mixed", arguments: 0..<4)
    func mixed(seed: Int) {
        var generator = SeededRandom(seed: UInt64(seed))
        for round in 0..<500 {
            var bytes = Array(Self.texts[round % Self.texts.count].utf8)
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let start = Int.random(in: 0..<max(1, bytes.count), using: &generator)
                let end = min(bytes.count, start + Int.random(in: 0...4, using: &generator))
                let piece = Array(bytes[min(start, end)..<end])
                switch generator.next() % 4 {
                case 0: bytes.removeSubrange(min(start, end)..<end)
                case 1:
                    bytes.insert(contentsOf: piece, at: Int.random(in: 0...bytes.count, using: &generator))
                case 2:
                    bytes.insert(UInt8.random(in: 0...255, using: &generator), at: min(start, bytes.count))
                default:
                    bytes.insert(
                        contentsOf: "\":;{}[],=@<\\\n".utf8.shuffled(using: &generator).prefix(2),
                        at: min(start, bytes.count))
                }
            }
            Self.read(bytes)
        }
    }
}
