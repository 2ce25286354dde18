import Consent
import Origins
import Policies

/// The sentence that a held or rejected row carries.
enum RowReason {
    /// The rule's own reason; for LinkedIn the signs that were seen, and for a row that another one decided, that.
    static func text(of rule: Rule, _ decision: RowDecision, _ slot: RowSlot, isAboutLinkedIn: Bool) -> String
    {
        if decision.isByOtherRow {
            return rule.reason
                + " Another row of this list has the same address and says so; a no beats a yes."
        }
        guard isAboutLinkedIn, let origin = slot.origin else { return rule.reason }
        let signs = origin.signals.filter {
            $0.origin.isLinkedInSourced && $0.strength != .counter
                && ($0.strength != .weak || $0.kind == .sourceName)
        }.prefix(2).map(\.text)
        return signs.isEmpty ? rule.reason : "\(rule.reason) Seen: \(signs.joined(separator: "; "))."
    }
}
