import Consent
import StrictYAML

/// Law 2 of the gate, held against a policy before it judges anybody.
///
/// A contact from LinkedIn without the person's own explicit opt-in must be rejected, whatever else is or is not
/// known of it, by a rule that nobody can override. "Without" includes that nobody knows of one.
struct LinkedInLaw {
    let rules: [RuleDraft]
    /// Where the list of rules stands.
    let list: YAMLNode

    /// The facts that the law is about; all others are open.
    private static let settled: Set<Fact> = [.rowLinkedIn, .rowOrigin, .recordExplicit]

    /// Every way to come from LinkedIn without an explicit opt-in.
    private static let cases: [Assumption] = Origin.allCases.filter(\.isLinkedInSourced).flatMap { origin in
        [false, nil].map { explicit in
            var facts = Facts()
            facts.set(.rowLinkedIn, to: true)
            facts.set(.rowOrigin, name: origin.rawValue)
            facts.set(.recordExplicit, to: explicit)
            return Assumption(facts: facts, settled: settled)
        }
    }

    private static let message =
        "this policy would let a LinkedIn-sourced contact without an explicit opt-in pass (law 2)"

    /// What would pass, nil where nobody does.
    var violation: YAMLError? {
        let open = Self.cases.filter { assumption in
            !rules.contains {
                $0.effect == .reject && $0.parsed.override == .never
                    && $0.parsed.when.truth(under: assumption) == .yes
            }
        }
        guard !open.isEmpty else { return nil }
        return nearestRule(to: open).map { error(for: $0, open) } ?? errorWithoutRule
    }

    /// The rule that comes nearest to closing the open cases: S01 if it is there, else one that fires but does too
    /// little, else one that asks for LinkedIn.
    private func nearestRule(to open: [Assumption]) -> RuleDraft? {
        rules.first { $0.parsed.id == "S01" }
            ?? rules.first { firesAlways($0, open) && $0.effect != .warn }
            ?? rules.first { !$0.parsed.when.facts.isDisjoint(with: [.rowLinkedIn, .rowOrigin]) }
    }

    private func firesAlways(_ draft: RuleDraft, _ open: [Assumption]) -> Bool {
        open.allSatisfy { draft.parsed.when.truth(under: $0) == .yes }
    }

    private func error(for draft: RuleDraft, _ open: [Assumption]) -> YAMLError {
        let rule = draft.parsed
        if draft.effect != .reject {
            let does = draft.effect == .hold ? "only holds" : "only warns"
            return rule.verdictNode.error(
                "\(Self.message): rule \(rule.id) \(does)", hint: "Write verdict: reject and override: never."
            )
        }
        if rule.override != .never {
            return rule.overrideNode.error(
                "\(Self.message): rule \(rule.id) can be overridden", hint: "Write override: never.")
        }
        return rule.whenNode.error(
            "\(Self.message): rule \(rule.id) \(gap(in: rule, open))", hint: Self.mend(rule))
    }

    /// Why a rule that rejects for good does not close the open cases.
    private func gap(in rule: ParsedRule, _ open: [Assumption]) -> String {
        let others = rule.when.facts.filter { !Self.settled.contains($0) }
        if !others.isEmpty, open.contains(where: { rule.when.truth(under: $0) == .maybe }) {
            return "also depends on \(others.map(\.name).joined(separator: ", "))"
        }
        let missed = open.first { rule.when.truth(under: $0) != .yes }?.facts ?? Facts()
        let origin = missed[.rowOrigin]?.description ?? "LinkedIn"
        let explicit = missed[.recordExplicit]?.description ?? "unknown"
        return "does not fire where row.origin is \(origin) and record.explicit is \(explicit)"
    }

    private static func mend(_ rule: ParsedRule) -> String {
        "Let \(rule.id) read when: {all: [{row.linkedin: true}, {not: {record.explicit: true}}]}; "
            + "this also covers an opt-in that nobody knows of."
    }

    private var errorWithoutRule: YAMLError {
        list.error(
            "\(Self.message): no rule rejects it",
            hint: """
                Add a rule S01 with when: {all: [{row.linkedin: true}, {not: {record.explicit: true}}]}, \
                verdict: reject and override: never.
                """)
    }
}
