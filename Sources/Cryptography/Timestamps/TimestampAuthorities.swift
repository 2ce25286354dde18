import COpenSSL

/// Certificates that somebody trusts to say what time it was.
///
/// Each is trusted by itself: a root, an issuer in between, or the certificate of one authority alone, without any chain.
public struct TimestampAuthorities: Hashable, Sendable {
    /// No bundle of certificates is longer.
    public static let greatestByteCount = 1 << 22

    private let bytes: [UInt8]

    /// Reads certificates, as PEM one after the other or one as DER.
    ///
    /// - Throws: ``TimestampError/Code-swift.enum/noCertificate``.
    public init(parsing bytes: [UInt8]) throws(TimestampError) {
        self.bytes = bytes
        guard bytes.count <= Self.greatestByteCount, let found = unsafe Self.certificates(bytes) else {
            throw .noCertificate
        }
        unsafe copenssl_certificates_free(found)
    }

    /// Lends the certificates to C, read anew.
    func withCertificates<Result>(
        _ body: (OpaquePointer) throws(TimestampError) -> Result
    ) throws(TimestampError) -> Result {
        guard let certificates = unsafe Self.certificates(bytes) else { throw .noCertificate }
        defer { unsafe copenssl_certificates_free(certificates) }
        return try unsafe body(certificates)
    }

    private static func certificates(_ bytes: [UInt8]) -> OpaquePointer? {
        guard let length = Int32(exactly: bytes.count), length > 0 else { return nil }
        return unsafe copenssl_certificates(bytes, length)
    }
}
