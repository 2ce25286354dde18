public import Consent

/// One rule of a policy: when it fires, what follows, and what people are told.
public struct Rule: Sendable, Hashable {
    /// What follows when a rule fires.
    public enum Effect: String, Sendable, CaseIterable {
        /// The contact stays out until somebody mends or decides something.
        case hold
        /// The contact stays out.
        case reject
        /// Something is told, and the verdict does not change.
        case warn

        /// The verdict that it asks for, nil if it leaves the verdict alone.
        public var verdict: Verdict? {
            switch self {
            case .hold: .hold
            case .reject: .reject
            case .warn: nil
            }
        }
    }

    /// Who may let a contact pass against the rule.
    public enum Override: String, Sendable, CaseIterable {
        /// Nobody.
        case never
        /// The data protection officer.
        case dpo
        /// Whoever brings the list.
        case user
    }

    /// What a rule looks at.
    public enum Scope: String, Sendable, CaseIterable {
        /// Each contact by itself.
        case contact
        /// The list and the run: what it finds is the same for every contact.
        case list
    }

    /// The stable id: of the catalogue, such as `S01`, or a policy's own, such as `OWN-1`.
    public let id: String
    /// A short name for people, in lower case with hyphens.
    public let slug: String
    /// What follows.
    public let effect: Effect
    /// Why, in one or two sentences for the person who brought the list.
    public let reason: String
    /// Where the rule comes from.
    public let law: String
    /// What mends it.
    ///
    /// Never a mail that asks for consent: that mail is itself marketing.
    public let cure: String
    /// Who may let a contact pass against it.
    public let override: Override
    /// Where the law behind it holds, if told.
    public let jurisdiction: String?
    /// What it looks at.
    public let scope: Scope
    /// The line of the policy file on which the rule begins, 1-based.
    public let line: Int

    /// When it fires.
    let condition: Condition

    /// The facts that its condition asks for, in the order of the vocabulary.
    public var facts: [Fact] {
        let asked = condition.facts
        return Fact.allCases.filter(asked.contains)
    }

    /// Whether it fires for these facts.
    public func fires(for facts: Facts) -> Bool { condition.holds(for: facts) }
}
