/// Why somebody is on the do-not-mail list.
public enum SuppressionReason: String, Sendable, CaseIterable {
    /// The person objected to direct marketing.
    ///
    /// Art. 21(2) GDPR.
    case objected
    /// The person was erased, and must not come back through another list.
    ///
    /// Art. 17(3)(b), 21(3) GDPR.
    case erased
    /// Somebody put the address there by hand.
    case added
    /// It was read from the list of stops of another tool.
    case imported
}

/// A tag of the do-not-mail list: since when, and why.
public struct Suppression: Hashable, Sendable {
    /// The day, as in `2026-04-30`.
    public let since: String
    /// Why.
    public let reason: SuppressionReason
}
