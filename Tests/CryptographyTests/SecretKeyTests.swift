import Cryptography
import Testing

@Suite("A secret key")
struct SecretKeyTests {
    @Test("shows itself to nobody")
    func isRedacted() throws {
        let key = try #require(SecretKey(bytes: [UInt8](repeating: 0x7A, count: 32)))
        var dumped = ""
        dump(key, to: &dumped)
        for shown in ["\(key)", String(reflecting: key), String(describing: [key]), dumped] {
            #expect(shown.contains("<REDACTED>"))
            #expect(!shown.contains("7a") && !shown.contains("122") && !shown.contains("z"))
        }
        #expect(Mirror(reflecting: key).children.isEmpty)
    }

    @Test("has 32 bytes and no other number", arguments: [0, 16, 31, 33])
    func refusesOtherLengths(count: Int) {
        #expect(SecretKey(bytes: [UInt8](repeating: 1, count: count)) == nil)
        #expect(SecretKey(hex: String(repeating: "01", count: count)) == nil)
    }

    @Test("is the same out of bytes, digits and a digest")
    func isOneOfThreeSpellings() throws {
        let digest = SHA256.digest(of: [1])
        let key = SecretKey(digest)
        #expect(key == SecretKey(bytes: digest.bytes))
        #expect(key == SecretKey(hex: digest.hex))
        #expect(key.exposedBytes() == digest.bytes)
        #expect(key.withBytes { $0.count } == 32)
        #expect(key.withBytes { $0[31] } == digest.bytes[31])
        #expect(SecretKey(hex: String(digest.hex.dropLast()) + "g") == nil)
        for (line, isKey) in [
            (digest.hex + "\n", true), (digest.hex, false), (digest.hex + "\n\n", false), ("", false),
            (digest.hex.dropLast() + "g\n", false),
        ] {
            let bytes = Array(line.utf8)
            #expect((SecretKey(line: bytes.span) == key) == isKey)
        }
    }

    @Test("equals only the key with the same bytes", arguments: 0..<32)
    func comparesEveryByte(place: Int) throws {
        var bytes = [UInt8](repeating: 5, count: 32)
        let key = try #require(SecretKey(bytes: bytes))
        bytes[place] ^= 0x80
        #expect(key != SecretKey(bytes: bytes))
    }

    @Test("is drawn from the source of randomness")
    func isDrawn() throws {
        let fixed = [UInt8](32..<64)
        #expect(try SecretKey.generate(from: FixedRandom(fixed: fixed)).exposedBytes() == fixed)
        #expect(throws: CryptographyError.self) { try SecretKey.generate(from: FixedRandom(fixed: [1, 2])) }
        #expect(try SecretKey.generate(from: SystemRandom()) != SecretKey.generate(from: SystemRandom()))
    }
}
