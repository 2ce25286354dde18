public import Consent

/// Something that was said of the sending for a purpose: what, and since when it stands.
public struct Declaration: Hashable, Sendable {
    /// What was said.
    public let value: String
    /// When the ledger learnt it.
    public let at: Instant
}
