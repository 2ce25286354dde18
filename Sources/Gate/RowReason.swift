import Consent
import Origins
import Policies

/// The sentence that a held or rejected row carries.
enum RowReason {
    /// The rule's own reason, and what the row adds to it: the signs of LinkedIn that were seen, what is wrong with the
    /// cell, which of its addresses decided, or that another row did.
    static func text(
        of rule: Rule, _ decision: RowDecision, _ slot: RowSlot, in policy: Policy, isAboutLinkedIn: Bool
    ) -> String {
        var text = rule.reason
        if let problem = slot.problem, rule.ownFacts.contains(.rowAddress) {
            let phrase = Phrase(rawValue: problem.reason.rawValue).map { policy.phrase($0) }
            text += " \(phrase ?? problem.description)"
        }
        if decision.isByOneAddress { text += " " + cell(decision, of: slot.addresses.count, in: policy) }
        if decision.isByOtherRow { return text + " " + policy.phrase(.otherRow) }
        guard isAboutLinkedIn, let origin = slot.origin else { return text }
        let signs = origin.signals.filter {
            $0.origin.isLinkedInSourced && $0.strength != .counter
                && ($0.strength != .weak || $0.kind == .sourceName)
        }.prefix(2).map(\.text)
        return signs.isEmpty
            ? text : "\(text) " + policy.phrase(.seen, ["signs": signs.joined(separator: "; ")])
    }

    private static func cell(_ decision: RowDecision, of count: Int, in policy: Policy) -> String {
        decision.place == 0
            ? policy.phrase(.firstOfCell, ["count": String(count)])
            : policy.phrase(.otherOfCell, ["place": String(decision.place + 1), "count": String(count)])
    }
}
