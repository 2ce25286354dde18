public import Consent

/// One rule of a policy: when it fires, what follows, and what people are told.
public struct Rule: Sendable, Hashable {
    /// What follows when a rule fires.
    public enum Effect: String, Sendable, CaseIterable {
        /// The contact may pass, unless another rule keeps it out.
        case accept
        /// Something is told, and the verdict does not change.
        case warn
        /// The contact stays out until somebody mends or decides something.
        case hold
        /// The contact stays out.
        case reject

        /// The verdict that it asks for, nil if it leaves the verdict alone.
        public var verdict: Verdict? {
            switch self {
            case .hold: .hold
            case .reject: .reject
            case .accept, .warn: nil
            }
        }

        /// The stricter, the greater.
        var strictness: Int {
            switch self {
            case .accept: 0
            case .warn: 1
            case .hold: 2
            case .reject: 3
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

    /// What a rule has to do with the basis on which a contact is mailed.
    public enum Basis: String, Sendable, CaseIterable {
        /// Where it fires, the contact is mailed on another basis than a recorded consent.
        case gives
        /// It asks whether there is a consent that counts, and is silent where a rule gives another basis.
        case needs
    }

    /// The stable id: of the catalogue, such as `S01`, or a policy's own, such as `OWN-1`.
    public let id: String
    /// A short name for people, in lower case with hyphens.
    public let slug: String
    /// What follows.
    public let effect: Effect
    /// What people are told.
    public let text: RuleText
    /// Where the rule comes from.
    public let law: String
    /// Who may let a contact pass against it.
    public let override: Override
    /// Where the law behind it holds, if told.
    public let jurisdiction: String?
    /// What it looks at.
    public let scope: Scope
    /// What it has to do with the basis, if anything.
    public let basis: Basis?
    /// The rules behind which it is told whenever it fires with them.
    public let behind: [String]
    /// Whether it also fires where facts about the sending that it needs were not declared.
    public let isAsked: Bool
    /// The file in which the rule stands.
    public let file: String
    /// The line of that file on which the rule begins, 1-based.
    public let line: Int
    /// Where its id stands in that file.
    public let place: TextPlace
    /// Where each part of ``when`` stands in that file, in the order of `Condition.parts`.
    let places: [TextPlace]
    /// Where each of ``behind`` stands in that file.
    let behindPlaces: [TextPlace]
    /// What follows by its own file, whatever a profile made of it.
    let writtenEffect: Effect

    /// When it fires, as its file says it.
    let when: Condition
    /// When it fires in its policy: with what the policy asks for, and with the bases that other rules give.
    let condition: Condition

    /// Why, in one or two sentences for the person who brought the list.
    public var reason: String { text.reason }
    /// What mends it.
    public var cure: String { text.cure }

    /// The facts that its condition asks for, in the order of the vocabulary.
    public var facts: [Fact] { condition.askedFacts }

    /// The facts that its own condition asks for, without those of the rules that give a basis.
    public var ownFacts: [Fact] { when.askedFacts }

    /// Whether it fires for these facts.
    public func fires(for facts: Facts) -> Bool { condition.holds(for: facts) }
}
