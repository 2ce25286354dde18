import Cryptography
import Testing

@Suite("A hash of others")
struct ForeignHashTests {
    /// RFC 1321 appendix A.5, FIPS 180-2 appendices A.1 and B.1.
    static let vectors: [(ForeignHash.Algorithm, String, String)] = [
        (.md5, "", "d41d8cd98f00b204e9800998ecf8427e"),
        (.md5, "abc", "900150983cd24fb0d6963f7d28e17f72"),
        (.sha1, "abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
        (.sha256, "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ]

    @Test("is what the standards say", arguments: vectors)
    func vector(algorithm: ForeignHash.Algorithm, message: String, digest: String) throws {
        let hash = try ForeignHash(algorithm)
        #expect(Hex.encode(hash.digest(of: Array(message.utf8))) == digest)
        #expect(Hex.encode(hash.digest(of: Array(message.utf8))) == digest, "again with the same one")
    }
}
