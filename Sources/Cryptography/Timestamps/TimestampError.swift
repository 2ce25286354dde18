/// A timestamp that cannot be read or must not be believed.
public struct TimestampError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What to act on.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The bytes are no request of ours.
        case notARequest = "not-a-request"
        /// The bytes are no answer of a timestamp authority, or none that is whole.
        case notAReply = "not-a-reply"
        /// The authority did not grant a timestamp.
        case refused = "refused"
        /// The timestamp is of another text.
        case foreignImprint = "foreign-imprint"
        /// The answer is not to this request.
        case foreignNonce = "foreign-nonce"
        /// The signature does not hold.
        case invalidSignature = "invalid-signature"
        /// The authority's certificate is not one that was given, nor issued by one.
        case untrusted = "untrusted"
        /// The authority's certificate was not valid at the time.
        case expired = "expired"
        /// The certificate is not one for timestamps.
        case notForTimestamps = "not-for-timestamps"
        /// The file holds no certificate.
        case noCertificate = "no-certificate"
    }

    /// What to act on.
    public let code: Code
    /// What was wrong, in plain words.
    public let what: String
    /// What to do next.
    public let hint: String

    /// What was wrong and what to do next, in one line.
    public var description: String { "\(what) (\(hint))" }

    static let notARequest = TimestampError(
        code: .notARequest, what: "this is no timestamp request that consentgate wrote",
        hint: "name the .tsq file that consentgate timestamp --request wrote")
    static let notAReply = TimestampError(
        code: .notAReply, what: "this is no answer of a timestamp authority, or it is damaged",
        hint: "get the answer again, as a whole and in binary form (.tsr)")
    static let foreignImprint = TimestampError(
        code: .foreignImprint, what: "the timestamp is of another text",
        hint: "it says nothing of this checkpoint; ask for one anew")
    static let foreignNonce = TimestampError(
        code: .foreignNonce, what: "the answer does not belong to this request: its nonce is another",
        hint: "ask again, and take the answer to that request")
    static let invalidSignature = TimestampError(
        code: .invalidSignature,
        what: "the signature of the timestamp does not hold: it was changed, or another key signed",
        hint: "do not rely on it; keep it as evidence and ask for a timestamp anew")
    static let noCertificate = TimestampError(
        code: .noCertificate, what: "there is no certificate in it",
        hint: "give the authority's certificate, or its issuer's, as PEM or DER")

    static func refused(_ reason: String) -> TimestampError {
        TimestampError(
            code: .refused, what: "the authority gave no timestamp: \(reason)",
            hint: "ask again later, or ask another authority")
    }

    static func certificate(_ code: Code, _ reason: String) -> TimestampError {
        let hint =
            switch code {
            case .expired: "ask an authority whose certificate is valid"
            case .notForTimestamps:
                "its extended key usage must be timeStamping, alone and critical (RFC 3161 section 2.3)"
            default: "give the certificate of the authority, or of who issued it"
            }
        return TimestampError(
            code: code, what: "the authority's certificate does not hold: \(reason)", hint: hint)
    }
}
