/// A failed sealing, opening or drawing of randomness.
///
/// It names neither the key nor the content: errors end up in logs.
public struct CryptographyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What to act on.
    public enum Code: String, Hashable, Sendable {
        /// The system gave no random bytes.
        case randomnessUnavailable
        /// The content is longer than one sealed box can hold.
        case contentTooLong
        /// The bytes are too short to be a sealed box.
        case notASealedBox
        /// The box was changed, or was sealed under another key or in another context.
        case notAuthentic
        /// The box opened, but does not hold a key of 32 bytes.
        case notAKey
        /// The system's library does not offer an algorithm, or is told not to.
        case algorithmUnavailable
    }

    /// What to act on.
    public let code: Code
    /// What was wrong, in plain words.
    public let what: String
    /// What to do next.
    public let hint: String

    /// What was wrong and what to do next, in one line.
    public var description: String { "\(what) (\(hint))" }

    static let randomnessUnavailable = CryptographyError(
        code: .randomnessUnavailable,
        what: "the system gave no random bytes",
        hint: "check that the system's random generator works, then try again")

    static let contentTooLong = CryptographyError(
        code: .contentTooLong,
        what: "the content is too long to be sealed in one box",
        hint: "at most 2,147,483,647 bytes fit; seal it in parts")

    static let notASealedBox = CryptographyError(
        code: .notASealedBox,
        what: "the bytes are too short to be a sealed box",
        hint: "the stored content is cut off; restore it from a backup")

    static let notAuthentic = CryptographyError(
        code: .notAuthentic,
        what: "the sealed box does not open with this key in this place",
        hint: "it was changed, or the key belongs to another ledger; check the key files")

    static let notAKey = CryptographyError(
        code: .notAKey,
        what: "the sealed box does not hold a key",
        hint: "the stored key is damaged; restore it from a backup")

    static func unavailable(_ algorithm: String) -> CryptographyError {
        CryptographyError(
            code: .algorithmUnavailable,
            what: "OpenSSL does not offer \(algorithm) on this machine",
            hint: "its policy may forbid it, as in FIPS mode; run the command where it is allowed")
    }
}
