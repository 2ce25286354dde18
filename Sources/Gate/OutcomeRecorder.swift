import Policies

/// Keeps what every row of a list got.
final class OutcomeRecorder: RowObserver {
    private(set) var outcomes: [PackedOutcome] = []

    func begin() { outcomes.removeAll(keepingCapacity: true) }

    func see(_ row: RowSlot, _ decision: RowDecision, facts: (Int) -> Facts) {
        outcomes.append(PackedOutcome(decision))
    }
}
