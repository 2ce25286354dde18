public import Consent
public import Ledger

/// What an import took over.
public struct ImportResult: Sendable {
    /// The name of the record in the log, or nil where the log was not told: nothing was new, or nothing was wanted.
    public let run: RecordID?
    /// The name of the list without its folder.
    public let listName: String
    /// SHA-256 of its bytes, as 64 hexadecimal digits.
    public let sha256: String
    /// How many bytes it has.
    public let bytes: UInt64
    /// The layout that was recognised, if any.
    public let layout: String?
    /// What that layout is called.
    public let layoutTitle: String?
    /// The tool or system whose claims they are, as recorded.
    public let system: String
    /// What the people are said to have agreed to.
    public let purpose: Purpose
    /// What they are said to have seen, if told.
    public let wording: WordingReference?
    /// Whether nothing was recorded because nothing was to be.
    public let isDryRun: Bool
    /// The counts.
    public let tally: ImportTally
    /// The list of outcomes that was written, or nil.
    public let outcomes: String?
}
