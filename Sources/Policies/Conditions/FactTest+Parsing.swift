import Consent
import StrictYAML

extension FactTest {
    /// The words that stand beside `fact`.
    static let operators = [
        "is", "in", "known", "after", "before", "by", "olderThan", "atLeast", "atMost",
    ]

    /// Reads `{fact: X, operator: …}`.
    init(explicit mapping: YAMLMapping) throws(YAMLError) {
        try mapping.allowOnly(["fact"] + Self.operators)
        let fact = try Fact(parsing: mapping.required("fact"))
        self.init(fact: fact, check: try Self.check(of: fact, mapping))
    }

    /// Reads what stands after `X:`: a value, a list of values, or operators.
    init(short fact: Fact, _ node: YAMLNode) throws(YAMLError) {
        switch node.kind {
        case .scalar:
            self.init(fact: fact, check: .oneOf([try Self.value(of: fact, node)]))
        case .sequence:
            self.init(fact: fact, check: .oneOf(try Self.values(of: fact, node)))
        case .mapping:
            let mapping = try node.mapping()
            try mapping.allowOnly(Self.operators)
            self.init(fact: fact, check: try Self.check(of: fact, mapping))
        }
    }

    private static func check(of fact: Fact, _ mapping: YAMLMapping) throws(YAMLError) -> Check {
        var found: [(name: String, key: YAMLNode, value: YAMLNode)] = []
        for (key, value) in mapping.pairs {
            let name = try key.text()
            if name != "fact", name != "by" { found.append((name, key, value)) }
        }
        guard let first = found.first else {
            throw mapping.node.error(
                "nothing is asked about \(fact.name)",
                hint: "Add one of \(operators.joined(separator: ", ")).")
        }
        if let by = mapping["by"], !["after", "before"].contains(first.name) {
            throw by.error("by: goes only with after or before")
        }
        if ["atLeast", "atMost"].contains(first.name) { return try within(of: fact, mapping, found) }
        if found.count > 1 {
            throw found[1].key.error(
                "one question at a time: \(first.name) and \(found[1].name) stand together",
                hint: "Put them under all: or any:, each after a dash.")
        }
        switch first.name {
        case "is": return .oneOf([try value(of: fact, first.value)])
        case "in": return .oneOf(try values(of: fact, first.value))
        case "known": return .known(try first.value.boolean())
        case "olderThan":
            try requireTime(fact, first.key)
            return .olderThan(try Period(parsing: first.value))
        default:
            try requireTime(fact, first.key)
            let other = try moment(first.value)
            let period = if let by = mapping["by"] { try Period(parsing: by) } else { Period.none }
            return first.name == "after" ? .after(other, by: period) : .before(other, by: period)
        }
    }

    private static func value(of fact: Fact, _ node: YAMLNode) throws(YAMLError) -> Int64 {
        guard fact.type != .time else {
            throw node.error(
                "a time is not compared for being the same",
                hint: "Use after, before, olderThan or known with \(fact.name).")
        }
        return try fact.type.cell(parsing: node, of: fact)
    }

    private static func values(of fact: Fact, _ node: YAMLNode) throws(YAMLError) -> [Int64] {
        var values: [Int64] = []
        for item in try node.list() { values.append(try value(of: fact, item)) }
        // A set of countries may be empty: a profile empties one to say that nothing is special anywhere.
        guard !values.isEmpty || fact.type == .name(.countries) else {
            throw node.error("the list is empty, so that nothing can be in it")
        }
        return values
    }

    private static func within(
        of fact: Fact, _ mapping: YAMLMapping, _ found: [(name: String, key: YAMLNode, value: YAMLNode)]
    ) throws(YAMLError) -> Check {
        for (name, key, _) in found where name != "atLeast" && name != "atMost" {
            throw key.error("\(name) does not go with atLeast or atMost")
        }
        guard fact.type.isOrdered else {
            throw mapping.node.error(
                "\(fact.name) has no order: it is \(fact.type)", hint: "Use is, in or known.")
        }
        var (lower, upper) = (Int64.min, Int64.max)
        if let node = mapping["atLeast"] { lower = try fact.type.cell(parsing: node, of: fact) }
        if let node = mapping["atMost"] { upper = try fact.type.cell(parsing: node, of: fact) }
        guard lower <= upper else {
            throw mapping.node.error("nothing is at least the one and at most the other")
        }
        return .within(lower...upper)
    }

    private static func requireTime(_ fact: Fact, _ key: YAMLNode) throws(YAMLError) {
        guard fact.type == .time else {
            throw key.error(
                "\(fact.name) is no time: it is \(fact.type)", hint: "Use is, in or known.")
        }
    }

    private static func moment(_ node: YAMLNode) throws(YAMLError) -> Moment {
        let text = try node.nonEmptyText()
        if text.utf8.first.map({ (48...57).contains($0) }) ?? false { return .literal(try node.instant()) }
        let times = Fact.allCases.filter { $0.type == .time }
        guard let fact = Fact(named: text) else {
            throw node.unknown("time", text, among: times.map(\.name))
        }
        guard fact.type == .time else {
            throw node.error(
                "\(text) is no time: it is \(fact.type)",
                hint: "Times are \(times.map(\.name).joined(separator: ", ")).")
        }
        return .fact(fact)
    }
}
