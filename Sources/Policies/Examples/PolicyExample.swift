public import Consent
import StrictYAML

/// One example of an author: facts, and what a policy should say of them.
public struct PolicyExample: Sendable, Hashable {
    /// What is expected.
    public struct Expectation: Sendable, Hashable {
        /// Where the contact should go.
        public let verdict: Verdict
        /// The id of the rule that should be told; nil where the contact should be accepted.
        public let rule: String?
        /// Ids of further rules that should fire.
        public let also: [String]
    }

    /// What the example is about, in the words of its author.
    public let name: String
    /// The line on which it begins, 1-based.
    public let line: Int
    /// What is known of the contact.
    public let facts: Facts
    /// What is expected.
    public let expectation: Expectation
}

extension PolicyExample {
    private static let keys = ["name", "like", "facts", "unknown", "expect"]

    /// Reads an example that may begin with the facts of a base.
    init(parsing node: YAMLNode, bases: [String: Facts]) throws(YAMLError) {
        let mapping = try node.mapping()
        try mapping.allowOnly(Self.keys)
        name = try mapping.required("name").sentence()
        line = node.line
        facts = try Facts(ofExample: mapping, bases: bases)
        expectation = try Expectation(parsing: mapping.required("expect"))
    }
}

extension PolicyExample.Expectation {
    init(parsing node: YAMLNode) throws(YAMLError) {
        let mapping = try node.mapping()
        try mapping.allowOnly(["verdict", "rule", "also"])
        let outcome = try Self(verdict: mapping.required("verdict"), rule: mapping["rule"], in: node)
        (verdict, rule) = (outcome.verdict, outcome.rule)
        var also: [String] = []
        if let list = mapping["also"] {
            for item in try list.list() { also.append(try RuleCatalogue.id(parsing: item)) }
        }
        self.also = also
    }

    /// A verdict and the rule that is told: needed for whoever stays out, and for an accepted contact only where one gave
    /// the basis.
    init(verdict: YAMLNode, rule: YAMLNode?, in node: YAMLNode) throws(YAMLError) {
        self.verdict = try verdict.name(of: Verdict.self, what: "verdict")
        self.rule = if let rule { try RuleCatalogue.id(parsing: rule) } else { nil }
        also = []
        guard self.verdict == .accept || rule != nil else {
            throw node.error("the key \"rule\" is missing", hint: "Name the rule that should be told.")
        }
    }
}

extension Facts {
    /// The facts of an example: those of a base, changed and forgotten as it says.
    init(ofExample mapping: YAMLMapping, bases: [String: Facts]) throws(YAMLError) {
        var facts = Facts()
        if let like = mapping["like"] {
            let base = try like.nonEmptyText()
            guard let known = bases[base] else {
                throw like.unknown("base", base, among: bases.keys.sorted())
            }
            facts = known
        }
        if let told = mapping["facts"] { try facts.add(told) }
        if let unknown = mapping["unknown"] {
            for item in try unknown.list() { facts.forget(try Fact(parsing: item)) }
        }
        self = facts
    }

    /// Reads named sets of facts.
    static func bases(_ node: YAMLNode?) throws(YAMLError) -> [String: Facts] {
        var bases: [String: Facts] = [:]
        for (key, value) in try node?.mapping().pairs ?? [] {
            var facts = Facts()
            try facts.add(value)
            bases[try key.slug()] = facts
        }
        return bases
    }

    /// Adds facts as an author writes them, name by name.
    mutating func add(_ node: YAMLNode) throws(YAMLError) {
        for (key, value) in try node.mapping().pairs {
            let fact = try Fact(parsing: key)
            store(cell: try fact.type.cell(parsing: value, of: fact), in: fact)
        }
    }
}
