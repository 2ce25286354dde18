import StrictYAML

extension Condition {
    private static let words = ["all", "any", "not", "fact"]

    /// Reads a condition.
    ///
    /// Three forms: `all:`, `any:` or `not:` with conditions; `fact: X` beside an operator; and the short `X: value`,
    /// `X: [values]` or `X: {operator: …}`.
    init(parsing node: YAMLNode) throws(YAMLError) {
        let mapping = try node.mapping()
        guard let (key, value) = mapping.pairs.first else {
            throw node.error("expected a condition, found nothing")
        }
        try Self.refuseUnknownKeys(of: mapping)
        let name = try key.text()
        let isExplicit = mapping["fact"] != nil || FactTest.operators.contains(name)
        if isExplicit {
            self = .test(try FactTest(explicit: mapping))
            return
        }
        guard mapping.pairs.count == 1 else {
            throw mapping.pairs[1].key.error(
                "a condition has one key, and this is a second",
                hint: "Put them under all: or any:, each after a dash.")
        }
        switch name {
        case "all": self = .all(try Self.parts(of: value, word: name))
        case "any": self = .any(try Self.parts(of: value, word: name))
        case "not": self = .not(try Condition(parsing: value))
        default: self = .test(try FactTest(short: Fact(parsing: key), value))
        }
    }

    private static func parts(of node: YAMLNode, word: String) throws(YAMLError) -> [Condition] {
        var parts: [Condition] = []
        for item in try node.list() { parts.append(try Condition(parsing: item)) }
        guard !parts.isEmpty else {
            throw node.error(
                "\(word): needs at least one condition", hint: "Leave it out, or say what must hold.")
        }
        return parts
    }

    private static func refuseUnknownKeys(of mapping: YAMLMapping) throws(YAMLError) {
        for (key, _) in mapping.pairs {
            let name = try key.text()
            // A name with a dot can only be meant for a fact.
            if name.utf8.contains(UInt8(ascii: ".")) {
                _ = try Fact(parsing: key)
                continue
            }
            if words.contains(name) || FactTest.operators.contains(name) { continue }
            throw key.unknown(
                "condition", name, among: words + FactTest.operators + Fact.allCases.map(\.name))
        }
    }
}

extension Fact {
    /// Reads the name of a fact.
    init(parsing node: YAMLNode) throws(YAMLError) {
        let text = try node.nonEmptyText()
        guard let fact = Fact(named: text) else {
            throw node.unknown("fact", text, among: Fact.allCases.map(\.name))
        }
        self = fact
    }
}
