/// A question to a timestamp authority, when a digest existed (RFC 3161 section 2.4.1).
///
/// It asks for a SHA-256 imprint, with a nonce and for the authority's certificate. Such a request has one shape, and so
/// its DER is written down here: a head, the digest, the nonce, and "yes, the certificate too".
package struct TimestampRequest: Hashable, Sendable {
    /// The digest that is to be stamped.
    package let imprint: Digest
    /// Eight random bytes that the answer must repeat.
    package let nonce: [UInt8]

    /// How many bytes the nonce has.
    package static let nonceByteCount = 8

    // SEQUENCE { version 1, SEQUENCE { SEQUENCE { sha256, NULL }, OCTET STRING of 32 bytes
    private static let head: [UInt8] = [
        0x30, 0x43, 0x02, 0x01, 0x01, 0x30, 0x31, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03,
        0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20,
    ]
    // INTEGER of 8 bytes
    private static let beforeNonce: [UInt8] = [0x02, 0x08]
    // BOOLEAN TRUE }
    private static let tail: [UInt8] = [0x01, 0x01, 0xFF]

    /// Asks for a digest, with a fresh nonce.
    ///
    /// - Throws: ``CryptographyError`` when there is no randomness.
    package init(imprint: Digest, random: some RandomSource) throws(CryptographyError) {
        self.imprint = imprint
        var nonce = try random.bytes(Self.nonceByteCount)
        guard nonce.count == Self.nonceByteCount else { throw .randomnessUnavailable }
        // DER writes a number without idle bytes in front: the first byte is neither 0 nor a sign.
        nonce[0] = nonce[0] & 0x3F | 0x40
        self.nonce = nonce
    }

    /// Reads a request that ``bytes`` wrote.
    ///
    /// - Throws: ``TimestampError`` for anything else.
    package init(parsing bytes: [UInt8]) throws(TimestampError) {
        let digestEnd = Self.head.count + Digest.byteCount
        let nonceStart = digestEnd + Self.beforeNonce.count
        let nonceEnd = nonceStart + Self.nonceByteCount
        guard bytes.count == nonceEnd + Self.tail.count, bytes.starts(with: Self.head),
            bytes[digestEnd..<nonceStart].elementsEqual(Self.beforeNonce),
            bytes[nonceEnd...].elementsEqual(Self.tail),
            let imprint = Digest(bytes: bytes[Self.head.count..<digestEnd])
        else { throw .notARequest }
        self.imprint = imprint
        nonce = Array(bytes[nonceStart..<nonceEnd])
    }

    /// The request in DER, as it is sent.
    package var bytes: [UInt8] { Self.head + imprint.bytes + Self.beforeNonce + nonce + Self.tail }
}
