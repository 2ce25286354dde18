import Commands
import Cryptography
import Foundation
import Testing

@Suite("The search for keys that stand in the clear")
struct KeySearchTests {
    private static let key = (0..<32).map { UInt8($0 &* 7 &+ 3) }
    private static let hex = key.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()

    private func isFound(_ bytes: [UInt8]) throws -> Bool {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let key = try #require(SecretKey(bytes: Self.key))
        return try KeySearch([key]).finds(in: file.path)
    }

    @Test(
        "finds a key wherever it stands",
        arguments: [0, 1, 5000, 1 << 18, (1 << 18) - 1, (1 << 18) - 31, (1 << 18) - 63])
    func finds(offset: Int) throws {
        let before = [UInt8](repeating: 3, count: offset)
        #expect(try isFound(before + Self.key))
        #expect(try isFound(before + Array(Self.hex.utf8) + [10]))
    }

    @Test("does not find what is not there", arguments: [0, 10, (1 << 18) + 17])
    func passes(size: Int) throws {
        let before = [UInt8](repeating: 3, count: size)
        #expect(try !isFound(before + Self.key.dropLast()))
        #expect(try !isFound(before + Array(Self.hex.utf8).dropLast()))
    }
}
