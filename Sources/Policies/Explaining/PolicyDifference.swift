/// In which rules and settings one policy differs from another.
public struct PolicyDifference: Sendable, Hashable {
    /// One thing that differs.
    public struct Item: Sendable, Hashable {
        /// What of a rule or of the whole differs.
        public enum Aspect: String, Sendable, CaseIterable {
            /// Whether a rule counts, what follows from it, and whether it is asked.
            case effect
            /// When a rule of a policy's own fires.
            case condition
            /// Who may let a contact pass against a rule.
            case override
            /// What people are told of a rule.
            case text
            /// The value of a setting.
            case parameter
            /// The order in which rules are told.
            case order
        }

        /// The id of a rule, the name of a setting, or `order`.
        public let name: String
        /// What differs.
        public let aspect: Aspect
        /// How the first policy has it.
        public let first: String
        /// How the second has it.
        public let second: String
    }

    /// The settings that differ, by name.
    public let parameters: [Item]
    /// The rules that differ, in the order of the first policy and then of the second.
    public let rules: [Item]

    /// Whether there is none.
    public var isEmpty: Bool { parameters.isEmpty && rules.isEmpty }

    /// Holds two policies against each other.
    public init(from first: Policy, to second: Policy) {
        // A policy that stands alone has no settings, and its rules tell the difference.
        parameters =
            first.parameters.keys.sorted().compactMap { name in
                guard let a = first.parameters[name], let b = second.parameters[name], a != b else {
                    return nil
                }
                return Item(name: name, aspect: .parameter, first: a, second: b)
            }
            + Self.retention(first.retention.written, second.retention.written)
        let (a, b) = (RuleStates(first), RuleStates(second))
        let ids = a.ids + b.ids.filter { a.rules[$0] == nil }
        rules = ids.flatMap { Self.items(of: $0, a, b) } + Self.order(first, second)
    }

    private static func items(of id: String, _ a: RuleStates, _ b: RuleStates) -> [Item] {
        func item(_ aspect: Item.Aspect, _ first: String, _ second: String) -> [Item] {
            first == second ? [] : [Item(name: id, aspect: aspect, first: first, second: second)]
        }
        let effect = item(.effect, a.text(of: id), b.text(of: id))
        guard let one = a.rules[id], let other = b.rules[id] else { return effect }
        // A rule of the catalogue asks the same in every policy; its settings are told by themselves.
        let isSameFile = one.file == other.file || one.when == other.when
        let condition = isSameFile ? [] : item(.condition, place(of: one), place(of: other))
        let told = [(one.reason, other.reason), (one.cure, other.cure), (one.law, other.law)]
        let text = told.first { $0 != $1 }.map { item(.text, $0, $1) } ?? []
        return effect + condition + item(.override, one.override.rawValue, other.override.rawValue) + text
    }

    private static func retention(_ a: [String: String], _ b: [String: String]) -> [Item] {
        a.keys.sorted().compactMap { name in
            guard let first = a[name], let second = b[name], first != second else { return nil }
            return Item(name: "retention.\(name)", aspect: .parameter, first: first, second: second)
        }
    }

    private static func place(of rule: Rule) -> String { "\(rule.file):\(rule.line)" }

    private static func order(_ first: Policy, _ second: Policy) -> [Item] {
        let (a, b) = (first.rules.map(\.id), second.rules.map(\.id))
        let common = Set(a).intersection(b)
        let (ordered, other) = (a.filter(common.contains), b.filter(common.contains))
        guard let place = ordered.indices.first(where: { ordered[$0] != other[$0] }) else { return [] }
        return [
            Item(
                name: "order", aspect: .order, first: "\(ordered[place]) before \(other[place])",
                second: "\(other[place]) before \(ordered[place])")
        ]
    }
}

/// What a policy makes of each rule that it knows.
private struct RuleStates {
    let ids: [String]
    let rules: [String: Rule]
    private let on: Set<String>

    init(_ policy: Policy) {
        let all = policy.rules + policy.rulesOff
        ids = all.map(\.id)
        rules = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
        on = Set(policy.rules.map(\.id))
    }

    /// `hold`, `hold, asked`, `off` or `not there`.
    func text(of id: String) -> String {
        guard let rule = rules[id] else { return "not there" }
        guard on.contains(id) else { return "off" }
        return rule.effect.rawValue + (rule.isAsked ? ", asked" : "")
    }
}
