import Cryptography
import Testing

@Suite("A stretched passphrase")
struct ScryptTests {
    private func passphrase(_ text: String) throws -> Passphrase {
        let bytes = Array(text.utf8)
        let made = Passphrase(bytes.span)
        return try #require(made)
    }

    /// RFC 7914 section 12, the first half of what stands there.
    static let vectors: [(String, String, UInt64, UInt64, String)] = [
        ("password", "NaCl", 1024, 16, "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"),
        (
            "pleaseletmein", "SodiumChloride", 16384, 1,
            "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
        ),
    ]

    @Test("is that of RFC 7914", arguments: vectors)
    func isAsPublished(secret: String, salt: String, cost: UInt64, parallelism: UInt64, wanted: String) throws
    {
        let scrypt = try #require(
            Scrypt(cost: cost, blockSize: 8, parallelism: parallelism, salt: Array(salt.utf8)))
        #expect(try scrypt.key(from: passphrase(secret)) == SecretKey(hex: wanted))
        #expect(try scrypt.key(from: passphrase(secret + "x")) != SecretKey(hex: wanted))
    }

    @Test(
        "is refused with parameters that are none, or that would fill the memory",
        arguments: [
            (0, 8, 1), (1000, 8, 1), (512, 8, 1), (1 << 24, 8, 1), (.max, .max, .max), (1024, 0, 1),
            (1024, .max, 1), (1024, 8, 0), (1024, 8, 1 << 32),
        ] as [(UInt64, UInt64, UInt64)])
    func bounds(cost: UInt64, blockSize: UInt64, parallelism: UInt64) {
        let salt = [UInt8](repeating: 1, count: 16)
        #expect(Scrypt(cost: cost, blockSize: blockSize, parallelism: parallelism, salt: salt) == nil)
    }

    @Test("begins from something, and shows nothing of it")
    func redaction() throws {
        for count in [0, 1025] {
            let bytes = [UInt8](repeating: 65, count: count)
            let made = Passphrase(bytes.span)
            #expect(made == nil)
        }
        var dumped = ""
        let secret = try passphrase("correct horse")
        dump(secret, to: &dumped)
        #expect(!dumped.contains("horse") && !String(reflecting: secret).contains("horse"))
    }
}
