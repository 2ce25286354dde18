import Ledger

/// What a row tells: a claim or why there is none, and stops.
struct RowFinding {
    /// The act that the row claims.
    var claim: SubjectAct?
    /// Ends of a permission that the row tells of, at most one of each kind.
    var stops: [SubjectAct] = []
    /// What becomes of the row if it claims nothing.
    private(set) var outcome = RowOutcome.notAClaim
    /// Why it claims nothing.
    private(set) var reason: OutcomeReason?

    /// A row that claims nothing.
    mutating func dismiss(_ outcome: RowOutcome, _ reason: OutcomeReason) {
        self.outcome = outcome
        self.reason = reason
    }

    /// A row that cannot be read.
    static func refused(_ reason: OutcomeReason) -> RowFinding {
        var finding = RowFinding()
        finding.dismiss(.refused, reason)
        return finding
    }
}
