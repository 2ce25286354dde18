import COpenSSL
import Glibc

/// What a timestamp authority signed (RFC 3161): this digest existed at this time.
///
/// Reading one checks its form only; ``verified(of:by:at:)`` checks who signed it.
public struct TimestampToken: Hashable, Sendable {
    /// The token in DER, a CMS signed message.
    public let bytes: [UInt8]
    /// The digest that was stamped.
    public let imprint: Digest
    /// The latest second that the authority's time and its accuracy allow, in seconds since 1970.
    public let stampedAt: Int64
    /// The nonce of the request, big end first and without idle zeros, or nil where it has none.
    let nonce: [UInt8]?

    /// No token is longer: it holds some certificates.
    public static let greatestByteCount = 1 << 18

    /// Reads a token.
    ///
    /// - Throws: ``TimestampError/Code-swift.enum/notAReply``.
    public init(parsing bytes: [UInt8]) throws(TimestampError) {
        let content = try unsafe Self.withMessage(bytes) { (message) throws(TimestampError) in
            try unsafe TimestampContent(of: message)
        }
        self.bytes = bytes
        (imprint, stampedAt, nonce) = (content.imprint, content.stampedAt, content.nonce)
    }

    /// Checks who signed the token, and what for.
    ///
    /// - Parameters:
    ///   - imprint: The digest that it must be of.
    ///   - authorities: Who is trusted to say what time it was.
    ///   - time: When the certificates must be valid, in seconds since 1970; nil for the time that the token names, which
    ///     is how an old token is judged.
    /// - Returns: When the certificate of the authority ends, in seconds since 1970.
    /// - Throws: ``TimestampError``.
    @discardableResult
    public func verified(
        of imprint: Digest, by authorities: TimestampAuthorities, at time: Int64? = nil
    ) throws(TimestampError) -> Int64 {
        guard imprint == self.imprint else { throw .foreignImprint }
        let at = time ?? stampedAt
        return try unsafe Self.withMessage(bytes) { (message) throws(TimestampError) in
            try unsafe authorities.withCertificates { (certificates) throws(TimestampError) in
                try unsafe Self.expiry(ofSignerOf: message, trusting: certificates, at: at)
            }
        }
    }

    /// Checks that the token answers a request.
    ///
    /// - Throws: ``TimestampError``.
    package func answers(_ request: TimestampRequest) throws(TimestampError) {
        guard imprint == request.imprint else { throw .foreignImprint }
        guard nonce == request.nonce else { throw .foreignNonce }
    }

    /// Lends the message to C.
    private static func withMessage<Result>(
        _ bytes: [UInt8], _ body: (UnsafeMutablePointer<PKCS7>) throws(TimestampError) -> Result
    ) throws(TimestampError) -> Result {
        guard bytes.count <= greatestByteCount else { throw .notAReply }
        var read = 0
        let message = unsafe bytes.withUnsafeBufferPointer { buffer in
            var start = buffer.baseAddress
            let message = unsafe d2i_PKCS7(nil, &start, buffer.count)
            if let start = unsafe start, let first = buffer.baseAddress { unsafe read = start - first }
            return unsafe message
        }
        ERR_clear_error()
        guard let message = unsafe message else { throw .notAReply }
        defer { unsafe PKCS7_free(message) }
        // What follows the message belongs to nobody, and would make two files of one token.
        guard read == bytes.count else { throw .notAReply }
        return try unsafe body(message)
    }

    /// Checks signature, chain and key usage, and tells when the signer's certificate ends.
    private static func expiry(
        ofSignerOf message: UnsafeMutablePointer<PKCS7>, trusting certificates: OpaquePointer, at time: Int64
    ) throws(TimestampError) -> Int64 {
        var reason = X509_V_OK
        var signer: OpaquePointer?
        let holds = unsafe withUnsafeMutablePointer(to: &reason) { kept in
            let store = unsafe Libcrypto.require(
                copenssl_trusting(certificates, time_t(time), kept), "a store of certificates")
            defer { unsafe X509_STORE_free(store) }
            return unsafe TS_RESP_verify_signature(message, certificates, store, &signer) == 1
        }
        defer { unsafe X509_free(signer) }
        let failure = ERR_peek_last_error()
        ERR_clear_error()
        guard holds, let signer = unsafe signer else { throw failed(reason, failure) }
        return unsafe seconds(X509_get0_notAfter(signer)) ?? time
    }

    private static func failed(_ reason: Int32, _ failure: UInt) -> TimestampError {
        guard reason != X509_V_OK else {
            let isUnsignedBySigner = copenssl_reason(failure) == TS_R_SIGNATURE_FAILURE
            return isUnsignedBySigner || failure == 0
                ? .invalidSignature : .certificate(.untrusted, "the token does not name it as its signer's")
        }
        switch reason {
        case X509_V_ERR_CERT_HAS_EXPIRED, X509_V_ERR_CERT_NOT_YET_VALID:
            return .certificate(.expired, "it was not valid at the time")
        case X509_V_ERR_INVALID_PURPOSE:
            return .certificate(.notForTimestamps, "it is not one for timestamps")
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
            X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN,
            X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
            return .certificate(.untrusted, "neither it nor who issued it was given")
        default:
            let words = unsafe X509_verify_cert_error_string(Int(reason)).map { unsafe String(cString: $0) }
            return .certificate(.untrusted, words ?? "it was refused")
        }
    }

    /// A time of a certificate or token in seconds since 1970, without fractions.
    static func seconds(_ time: UnsafePointer<ASN1_TIME>?) -> Int64? {
        var parts = unsafe tm()
        guard let time = unsafe time, unsafe ASN1_TIME_to_tm(time, &parts) == 1 else { return nil }
        return unsafe Int64(timegm(&parts))
    }
}
