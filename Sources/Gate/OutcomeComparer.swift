import Consent
import Policies

/// Holds what every row of a list gets against what it got by another policy.
final class OutcomeComparer: RowObserver {
    /// A pair of outcomes.
    private struct Pair: Hashable {
        let first: PackedOutcome
        let second: PackedOutcome
    }

    private let before: OutcomeRecorder
    private let firstIDs: [String]
    private let secondIDs: [String]
    private let shown: Int
    private(set) var rows: UInt64 = 0
    private(set) var firstVerdicts: [Verdict: UInt64] = [:]
    private(set) var secondVerdicts: [Verdict: UInt64] = [:]
    private var pairs: [Pair: UInt64] = [:]
    private var moved: [ListComparison.Row] = []
    private var retold: [ListComparison.Row] = []

    init(_ before: OutcomeRecorder, _ first: Policy, _ second: Policy, showing shown: Int) {
        self.before = before
        self.shown = shown
        firstIDs = first.rules.map(\.id)
        secondIDs = second.rules.map(\.id)
    }

    func begin() {
        (rows, firstVerdicts, secondVerdicts, pairs) = (0, [:], [:], [:])
        (moved, retold) = ([], [])
    }

    func see(_ row: RowSlot, _ decision: RowDecision, facts: (Int) -> Facts) {
        let place = Int(clamping: rows)
        rows += 1
        guard before.outcomes.indices.contains(place) else { return }
        let pair = Pair(first: before.outcomes[place], second: PackedOutcome(decision))
        firstVerdicts[pair.first.verdict, default: 0] += 1
        secondVerdicts[pair.second.verdict, default: 0] += 1
        guard differs(pair) else { return }
        pairs[pair, default: 0] += 1
        let isMoved = pair.first.verdict != pair.second.verdict
        guard (isMoved ? moved : retold).count < shown else { return }
        let addresses = row.addresses
        let address = addresses.indices.contains(decision.place) ? addresses[decision.place].shortened : nil
        let example = ListComparison.Row(
            number: row.number, address: address, first: outcome(pair.first, firstIDs),
            second: outcome(pair.second, secondIDs))
        if isMoved { moved.append(example) } else { retold.append(example) }
    }

    /// What changes, what goes elsewhere first, the most frequent first.
    var changes: [ListComparison.Change] {
        pairs.map { pair, count in
            ListComparison.Change(
                first: outcome(pair.first, firstIDs), second: outcome(pair.second, secondIDs), count: count)
        }.sorted { a, b in
            if a.isOfVerdict != b.isOfVerdict { return a.isOfVerdict }
            if a.count != b.count { return a.count > b.count }
            return ("\(a.first)", "\(a.second)") < ("\(b.first)", "\(b.second)")
        }
    }

    /// The first rows that change, what goes elsewhere first.
    var examples: [ListComparison.Row] { Array((moved + retold).prefix(shown)) }

    /// Rules are the same by their ids; their places differ from policy to policy.
    private func differs(_ pair: Pair) -> Bool {
        pair.first.verdict != pair.second.verdict
            || id(pair.first.rule, firstIDs) != id(pair.second.rule, secondIDs)
    }

    private func outcome(_ packed: PackedOutcome, _ ids: [String]) -> ListComparison.Outcome {
        .init(verdict: packed.verdict, rule: id(packed.rule, ids))
    }

    private func id(_ index: Int?, _ ids: [String]) -> String? {
        index.flatMap { ids.indices.contains($0) ? ids[$0] : nil }
    }
}
