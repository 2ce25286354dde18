import Consent
import Origins
import Policies

/// The sentence that a held or rejected row carries.
enum RowReason {
    /// The rule's own reason, and what the row adds to it: the signs of LinkedIn that were seen, what is wrong with the
    /// cell, which of its addresses decided, or that another row did.
    static func text(of rule: Rule, _ decision: RowDecision, _ slot: RowSlot, isAboutLinkedIn: Bool) -> String
    {
        var text = rule.reason
        if let problem = slot.problem, rule.facts.contains(.rowAddress) { text += " \(problem)" }
        if decision.isByOneAddress { text += " " + cell(decision, of: slot.addresses.count) }
        if decision.isByOtherRow {
            return text + " Another row of this list has the same address and says so; a no beats a yes."
        }
        guard isAboutLinkedIn, let origin = slot.origin else { return text }
        let signs = origin.signals.filter {
            $0.origin.isLinkedInSourced && $0.strength != .counter
                && ($0.strength != .weak || $0.kind == .sourceName)
        }.prefix(2).map(\.text)
        return signs.isEmpty ? text : "\(text) Seen: \(signs.joined(separator: "; "))."
    }

    private static func cell(_ decision: RowDecision, of count: Int) -> String {
        let place = decision.place + 1
        return decision.place == 0
            ? "This holds for the first of \(count) addresses in the cell; a row passes only if all of them do."
            : "Another address in the same cell decided (number \(place) of \(count)); a row passes only if all of them do."
    }
}
