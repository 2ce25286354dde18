public import Consent

/// What is told of a list whose people are to be remembered.
public struct SourceDescription: Hashable, Sendable {
    /// SHA-256 of the file.
    public var digest: ContentDigest
    /// The id of the layout that was recognised, if any.
    public var layout: String?
    /// Where the people of the list come from.
    public var origin: Origin
    /// Rows of the list.
    public var rows: UInt64
    /// Rows that told something by which their person can be found again.
    public var remembered: UInt64
    /// The newest day of a connection in the list, as `2026-05-02`; nil where it tells none.
    public var newestDay: String?

    /// A description with all its parts.
    public init(
        digest: ContentDigest, layout: String?, origin: Origin, rows: UInt64, remembered: UInt64,
        newestDay: String?
    ) {
        self.digest = digest
        self.layout = layout
        self.origin = origin
        self.rows = rows
        self.remembered = remembered
        self.newestDay = newestDay
    }
}
