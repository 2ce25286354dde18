/// What became of an erasure; the same for whoever was known and whoever was not.
public struct Erasure: Hashable, Sendable {
    /// The name of the tombstone.
    public let tombstone: RecordID
    /// The place of the tombstone in the log.
    public let index: UInt64
    /// The day, in UTC, as in `2026-10-02`.
    public let day: String
    /// How many addresses were told; 0 where threads were.
    public let addresses: Int
    /// The day on which somebody is to ask whether the tags of the do-not-mail list are still needed; nil where none were set.
    public let reviewOn: String?
    /// What is kept, as told; nil for nothing.
    public let hold: Hold?
    /// Whether nothing that was erased stands in any file of the ledger.
    ///
    /// If not, another program was reading. It is finished when the ledger is opened next.
    public internal(set) var isDestroyed: Bool
    /// How many records were erased.
    ///
    /// Tells whether somebody was known: for retention, which asks for threads.
    package internal(set) var records: UInt64
}
