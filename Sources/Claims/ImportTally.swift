/// The counts of an import.
///
/// Every row is in exactly one of the four outcomes; stops are counted beside, for a row may have both.
public struct ImportTally: Sendable {
    /// Ends of a permission of one kind.
    public struct Stops: Hashable, Sendable {
        /// Recorded now.
        public internal(set) var recorded: UInt64 = 0
        /// Recorded before.
        public internal(set) var known: UInt64 = 0
    }

    /// One reason, and how many rows have it.
    public struct ReasonCount: Hashable, Sendable {
        /// What became of the rows.
        public let outcome: RowOutcome
        /// Why.
        public let reason: OutcomeReason
        /// How many rows.
        public let rows: UInt64
    }

    /// Rows that were read.
    public internal(set) var rows: UInt64 = 0
    /// Rows by what became of them.
    public private(set) var outcomes: [RowOutcome: UInt64] = [:]
    /// Withdrawals: unsubscribed, bounced or blocked, as the list says.
    public internal(set) var withdrawals = Stops()
    /// Objections: complaints of spam.
    public internal(set) var objections = Stops()
    /// Recorded or known claims whose time has no zone, and was taken for UTC.
    public internal(set) var withoutZone: UInt64 = 0
    /// Recorded or known claims of which only the day is known.
    public internal(set) var dayOnly: UInt64 = 0
    private var reasons: [Key: UInt64] = [:]
    /// Rows beyond ``greatestVariety`` different reasons.
    private static let greatestVariety = 1000

    private struct Key: Hashable {
        let outcome: RowOutcome
        let reason: OutcomeReason
    }

    init() {}

    mutating func count(_ outcome: RowOutcome, _ reason: OutcomeReason?) {
        rows += 1
        outcomes[outcome, default: 0] += 1
        guard let reason else { return }
        let key = Key(outcome: outcome, reason: reason)
        // Names of columns may stand in a reason, and JSON cells may have any number of them.
        let isNew = reasons[key] == nil
        let kept =
            isNew && reasons.count >= Self.greatestVariety
            ? Key(outcome: outcome, reason: OutcomeReason(reason.code, "For further columns alike.")) : key
        reasons[kept, default: 0] += 1
    }

    /// Rows of one outcome.
    public subscript(outcome: RowOutcome) -> UInt64 { outcomes[outcome] ?? 0 }

    /// All stops that the list tells of.
    public var stops: UInt64 {
        withdrawals.recorded + withdrawals.known + objections.recorded + objections.known
    }

    /// Whether whatever the list tells of was recorded, now or before.
    public var isComplete: Bool {
        let stopOnly = reasonCounts.filter { $0.reason == .stopOnly }.reduce(0) { $0 + $1.rows }
        return self[.refused] == 0 && self[.notAClaim] == stopOnly
    }

    /// Whether anything was recorded that was not there before.
    public var hasRecorded: Bool {
        self[.recorded] + withdrawals.recorded + objections.recorded > 0
    }

    /// Why rows were not recorded, the most frequent reason first.
    public var reasonCounts: [ReasonCount] {
        reasons.map { ReasonCount(outcome: $0.outcome, reason: $0.reason, rows: $1) }
            .sorted { ($1.rows, $0.reason.code, $0.reason.text) < ($0.rows, $1.reason.code, $1.reason.text) }
    }
}
