public import Ledger

/// What a run destroyed.
public struct RetentionResult: Sendable {
    /// How many of each kind.
    public internal(set) var destroyed: [RetentionPlan.Kind: UInt64] = [:]
    /// Records of people.
    public internal(set) var records: UInt64 = 0
    /// Files that are something else by now than what the vetting wrote, and were left alone.
    public internal(set) var filesLeftAlone: UInt64 = 0
    /// The last record of the log that names what was destroyed; nil where no record of anybody was.
    public internal(set) var tombstone: RecordID?
    /// The record of the run; nil where nothing was past its time.
    public internal(set) var record: RecordID?
    /// Whether nothing of it can be found in the files any more; false while another program is reading.
    public internal(set) var isDestroyed = true

    init() {}
}
