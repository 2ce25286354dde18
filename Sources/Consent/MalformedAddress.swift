/// A text that is not an e-mail address.
///
/// Says why, and never what stood there.
public struct MalformedAddress: Error, Hashable, Sendable, CustomStringConvertible {
    /// Why a text is not an address.
    public enum Reason: String, Sendable, CaseIterable {
        /// Nothing but white space.
        case empty
        /// No `@`.
        case noAtSign = "no-at-sign"
        /// More than one `@`.
        case severalAtSigns = "several-at-signs"
        /// Nothing before the `@`.
        case noLocalPart = "no-local-part"
        /// Nothing after the `@`.
        case noDomain = "no-domain"
        /// The domain has no dot.
        case domainWithoutDot = "domain-without-dot"
        /// The domain is no domain name.
        case domainNotAName = "domain-not-a-name"
        /// The local part begins or ends with a dot, or has two in a row.
        case misplacedDot = "misplaced-dot"
        /// A character stands before the `@` that may not.
        case characterNotAllowed = "character-not-allowed"
        /// Letters of different alphabets that look alike.
        case mixedScripts = "mixed-scripts"
        /// Longer than RFC 5321 allows.
        case tooLong = "too-long"
    }

    /// Why.
    public let reason: Reason

    /// An error for a reason.
    public init(_ reason: Reason) { self.reason = reason }

    /// One sentence for people.
    public var description: String {
        switch reason {
        case .empty: "The address is empty."
        case .noAtSign: "The address has no @."
        case .severalAtSigns: "The address has more than one @."
        case .noLocalPart: "Nothing stands before the @."
        case .noDomain: "Nothing stands after the @."
        case .domainWithoutDot: "The part after the @ has no dot."
        case .domainNotAName: "The part after the @ is not a domain name."
        case .misplacedDot: "A dot stands first, last or twice before the @."
        case .characterNotAllowed: "A character before the @ may not stand there."
        case .mixedScripts: "It has letters of different alphabets that look alike."
        case .tooLong: "The address is longer than 254 characters, or its first part longer than 64."
        }
    }
}
