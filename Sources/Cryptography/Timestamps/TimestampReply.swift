import COpenSSL

/// The answer of a timestamp authority (RFC 3161 section 2.4.2): a token, or why there is none.
package enum TimestampReply {
    /// No answer is longer.
    package static let greatestByteCount = TimestampToken.greatestByteCount + 1024

    /// Takes the token out of an answer.
    ///
    /// - Throws: ``TimestampError/Code-swift.enum/refused`` where the authority granted none, or
    ///   ``TimestampError/Code-swift.enum/notAReply``.
    package static func token(in bytes: [UInt8]) throws(TimestampError) -> TimestampToken {
        guard bytes.count <= greatestByteCount else { throw .notAReply }
        var read = 0
        let reply = unsafe bytes.withUnsafeBufferPointer { buffer in
            var start = buffer.baseAddress
            let reply = unsafe d2i_TS_RESP(nil, &start, buffer.count)
            if let start = unsafe start, let first = buffer.baseAddress { unsafe read = start - first }
            return unsafe reply
        }
        ERR_clear_error()
        guard let reply = unsafe reply else { throw .notAReply }
        defer { unsafe TS_RESP_free(reply) }
        guard read == bytes.count, let status = unsafe TS_RESP_get_status_info(reply) else {
            throw .notAReply
        }
        // 0 is granted, 1 granted with modifications that the token names.
        guard unsafe (0...1).contains(ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(status))) else {
            throw unsafe .refused(reason(status))
        }
        guard let token = unsafe TS_RESP_get_token(reply) else { throw .notAReply }
        return try TimestampToken(parsing: unsafe encoded(token))
    }

    /// Puts a token into an answer that grants it, which is what other tools read.
    package static func granting(_ token: TimestampToken) -> [UInt8] {
        let body: [UInt8] = [0x30, 0x03, 0x02, 0x01, 0x00] + token.bytes
        return [0x30] + length(body.count) + body
    }

    /// A length in DER: short up to 127, else the number of bytes that follow and the bytes.
    private static func length(_ count: Int) -> [UInt8] {
        if count < 0x80 { return [UInt8(truncatingIfNeeded: count)] }
        var bytes: [UInt8] = []
        var rest = count
        while rest > 0 {
            bytes.insert(UInt8(truncatingIfNeeded: rest), at: 0)
            rest >>= 8
        }
        return [0x80 | UInt8(truncatingIfNeeded: bytes.count)] + bytes
    }

    private static func encoded(_ token: UnsafeMutablePointer<PKCS7>) -> [UInt8] {
        var start: UnsafeMutablePointer<UInt8>?
        let count = unsafe i2d_PKCS7(token, &start)
        guard count > 0, let first = unsafe start else { return [] }
        defer { unsafe CRYPTO_free(first, "", 0) }
        return unsafe Array(UnsafeBufferPointer(start: first, count: Int(count)))
    }

    /// Why there is no token; the authority's own text is left out, for it may say anything.
    private static func reason(_ status: OpaquePointer) -> String {
        let reasons: [(bit: Int32, words: String)] = [
            (0, "it does not know the algorithm"), (2, "it does not allow such a request"),
            (5, "it could not read the request"), (14, "its clock is not available"),
            (15, "it does not know the policy"), (16, "it does not know the extension"),
            (17, "it has no more to say"), (25, "it failed by itself"),
        ]
        let info = unsafe TS_STATUS_INFO_get0_failure_info(status)
        return reasons.first { unsafe ASN1_BIT_STRING_get_bit(info, $0.bit) == 1 }?.words
            ?? "it does not say why"
    }
}
