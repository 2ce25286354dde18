import COpenSSL

/// What stands in a token: the TSTInfo of RFC 3161 section 2.4.2, as much of it as is of use.
struct TimestampContent {
    let imprint: Digest
    let stampedAt: Int64
    let nonce: [UInt8]?

    /// Reads the content of a signed message.
    init(of message: UnsafeMutablePointer<PKCS7>) throws(TimestampError) {
        let content = unsafe PKCS7_to_TS_TST_INFO(message)
        ERR_clear_error()
        guard let content = unsafe content else { throw .notAReply }
        defer { unsafe TS_TST_INFO_free(content) }
        guard unsafe TS_TST_INFO_get_version(content) == 1,
            let imprint = unsafe Self.imprint(TS_TST_INFO_get_msg_imprint(content)),
            let time = unsafe Self.latest(TS_TST_INFO_get_time(content), TS_TST_INFO_get_accuracy(content))
        else { throw .notAReply }
        self.imprint = imprint
        stampedAt = time
        nonce = unsafe Self.bytes(TS_TST_INFO_get_nonce(content))
    }

    /// The digest; nil for another algorithm than SHA-256, which no request of ours asks for.
    private static func imprint(_ stated: OpaquePointer?) -> Digest? {
        guard let stated = unsafe stated, let algorithm = unsafe TS_MSG_IMPRINT_get_algo(stated) else {
            return nil
        }
        var name: OpaquePointer?
        unsafe X509_ALGOR_get0(&name, nil, nil, algorithm)
        guard let name = unsafe name, unsafe OBJ_obj2nid(name) == NID_sha256 else { return nil }
        return unsafe bytes(TS_MSG_IMPRINT_get_msg(stated)).flatMap { Digest(bytes: $0) }
    }

    /// The time and its accuracy, rounded up: what is said of it holds in any case.
    private static func latest(_ time: UnsafePointer<ASN1_GENERALIZEDTIME>?, _ accuracy: OpaquePointer?)
        -> Int64?
    {
        guard let time = unsafe time, let whole = unsafe TimestampToken.seconds(time) else { return nil }
        let hasFraction = unsafe bytes(time)?.contains(UInt8(ascii: ".")) ?? false
        var late: Int64 = hasFraction ? 1 : 0
        if let accuracy = unsafe accuracy {
            let seconds = unsafe ASN1_INTEGER_get(TS_ACCURACY_get_seconds(accuracy))
            // Nobody is a year off; a larger or negative number is no accuracy.
            guard (0...31_536_000).contains(seconds) else { return nil }
            late += Int64(seconds)
            let hasParts =
                unsafe TS_ACCURACY_get_millis(accuracy) != nil || TS_ACCURACY_get_micros(accuracy) != nil
            if hasParts { late += 1 }
        }
        return whole.addingReportingOverflow(late).partialValue
    }

    /// The bytes of a string or number of ASN.1; nil where there is none.
    private static func bytes(_ string: UnsafePointer<ASN1_STRING>?) -> [UInt8]? {
        guard let string = unsafe string, let start = unsafe ASN1_STRING_get0_data(string) else { return nil }
        return unsafe Array(
            UnsafeBufferPointer(start: start, count: Int(max(0, ASN1_STRING_length(string)))))
    }
}
