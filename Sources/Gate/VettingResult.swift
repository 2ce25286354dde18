public import Consent
public import Ledger

/// What a vetting found.
public struct VettingResult: Sendable {
    /// What was read.
    public struct List: Sendable {
        /// The name of the file without its folder.
        public let name: String
        /// SHA-256 of its bytes, as 64 hexadecimal digits.
        public let sha256: String
        /// How many bytes it has.
        public let bytes: UInt64
        /// `UTF-8`, `UTF-16LE`, `UTF-16BE` or `Windows-1252`.
        public let encoding: String
        /// The character between cells.
        public let delimiter: String
        /// The layout that was recognised, if any.
        public let layout: String?
        /// What that layout is called.
        public let layoutTitle: String?
        /// The physical line of the header, from 1.
        public let headerLine: Int
        /// The name of the column of the addresses, if there is one.
        public let addressColumn: String?
        /// What the file itself says about where its contacts come from.
        public let signs: [String]
    }

    /// Something that is told and changes nothing.
    public struct Warning: Hashable, Sendable {
        /// A stable word for it.
        public let code: String
        /// What it is about, for people.
        public let text: String
        /// How many cells or rows it is about, where that has a meaning.
        public let count: UInt64?
    }

    /// The name of the record in the log, or nil where the log was not told.
    public internal(set) var run: RecordID?
    /// What was read.
    public let list: List
    /// What the mail is for.
    public let purpose: Purpose
    /// By which policy.
    public let policy: ChosenPolicy
    /// When.
    public let vettedAt: Instant
    /// The counts.
    public let tally: Tally
    /// What is told and changes nothing.
    public let warnings: [Warning]
    /// The files that were written, or nil.
    public let outputs: OutputPaths?
    /// The accepted contacts in the form of a tool, if one was named.
    public let handOver: HandOver?
}
