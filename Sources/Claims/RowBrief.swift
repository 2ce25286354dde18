/// What is left of a finding when its acts are on their way to the ledger.
struct RowBrief {
    /// What becomes of the row if it claims nothing.
    let outcome: RowOutcome
    /// Why it claims nothing.
    let reason: OutcomeReason?
    /// Whether its first act is a claim.
    let isClaim: Bool
    /// How many acts after that are stops.
    let stops: Int

    init(_ finding: RowFinding) {
        (outcome, reason) = (finding.outcome, finding.reason)
        (isClaim, stops) = (finding.claim != nil, finding.stops.count)
    }
}
