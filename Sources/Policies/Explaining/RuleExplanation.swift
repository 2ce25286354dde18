/// Why one rule fires for a contact, or does not, and what would change that.
public struct RuleExplanation: Sendable, Hashable {
    /// The rule.
    public let rule: Rule
    /// Whether it fires.
    public let hasFired: Bool
    /// The facts on which that depended, in the order in which the rule asks for them.
    public let deciding: [DecidingFact]
    /// What would turn it around, each by itself.
    ///
    /// Empty where more than one fact would have to be another.
    public let changes: [FactChange]
}

extension Rule {
    /// Why it fires for these facts, or does not.
    public func explain(_ facts: Facts) -> RuleExplanation {
        RuleExplanation(
            rule: self, hasFired: fires(for: facts), deciding: decidingFacts(for: facts),
            changes: ChangeSearch(condition, facts).changes)
    }

    /// The facts on which it depends that it fires for these, or that it does not.
    public func decidingFacts(for facts: Facts) -> [DecidingFact] {
        condition.decidingFacts(for: facts).map { DecidingFact(fact: $0, value: facts[$0]) }
    }
}

extension Policy {
    /// Why each rule that counts fires for these facts or does not, in the order of telling.
    ///
    /// Rules that do not count are ``rulesOff``, those that the program itself keeps ``rulesKept``.
    public func explain(_ facts: Facts) -> [RuleExplanation] { rules.map { $0.explain(facts) } }
}
