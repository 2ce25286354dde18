public import Consent

/// One line of a list of people who must not be mailed.
public struct SuppressionEntry: Hashable, Sendable {
    /// Who it is, as far as the list tells.
    public enum Who: Hashable, Sendable {
        /// An address.
        case address(EmailAddress)
        /// What somebody made of an address.
        case hash(AddressHash)
    }

    /// Who it is.
    public let who: Who
    /// When they left, if the list tells; nil for the day of the whole list.
    public let since: Instant?

    /// A line with its parts.
    public init(_ who: Who, since: Instant? = nil) {
        self.who = who
        self.since = since
    }
}
