/// HMAC with SHA-256 (RFC 2104, FIPS 198-1) under another key for each message, over one reused digest.
///
/// ``HMACSHA256`` hashes its key once for many messages. Where a key has but a few messages, libcrypto takes longer to
/// set a keyed context up than to hash; this is the plain construction of RFC 2104 section 2 over ``SHA256``.
package struct RekeyedHMAC: ~Copyable {
    private static let blockSize = 64
    private var sha256 = SHA256()
    private var block = [UInt8](repeating: 0, count: RekeyedHMAC.blockSize)

    /// Makes a context that knows no key.
    package init() {}

    /// Authenticates one message; of the key nothing stays here.
    package mutating func authenticate(_ message: [UInt8], key: SecretKey) -> Digest {
        Self.fill(&block, with: key, padding: 0x36)
        sha256.update(block)
        sha256.update(message)
        let inner = sha256.finalize()
        Self.fill(&block, with: key, padding: 0x5C)
        sha256.update(block)
        sha256.update(inner)
        Libcrypto.wipe(&block)
        return sha256.finalize()
    }

    /// The key with zeros behind it, each byte crossed with the padding.
    private static func fill(_ block: inout [UInt8], with key: SecretKey, padding: UInt8) {
        for place in SecretKey.byteCount..<blockSize { block[place] = padding }
        key.withBytes { bytes in
            for place in bytes.indices { block[place] = bytes[place] ^ padding }
        }
    }
}
