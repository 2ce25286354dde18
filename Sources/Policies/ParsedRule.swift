import StrictYAML

/// A rule together with the places in its file, for errors that are found only when all rules are known.
struct ParsedRule: Sendable {
    let rule: Rule
    /// Where the id stands.
    let idNode: YAMLNode
    /// Where the condition stands.
    let whenNode: YAMLNode
    /// Where the verdict stands.
    let verdictNode: YAMLNode
    /// Where it stands who may override.
    let overrideNode: YAMLNode

    private static let keys = [
        "id", "slug", "when", "verdict", "reason", "law", "cure", "override", "jurisdiction", "scope",
    ]

    init(parsing node: YAMLNode) throws(YAMLError) {
        let mapping = try node.mapping()
        try mapping.allowOnly(Self.keys)
        idNode = try mapping.required("id")
        whenNode = try mapping.required("when")
        verdictNode = try mapping.required("verdict")
        overrideNode = try mapping.required("override")
        let jurisdiction: String? = if let told = mapping["jurisdiction"] { try told.sentence() } else { nil }
        let scope: Rule.Scope =
            if let told = mapping["scope"] { try told.name(of: Rule.Scope.self, what: "scope") } else {
                .contact
            }
        rule = Rule(
            id: try RuleCatalogue.id(parsing: idNode), slug: try mapping.required("slug").slug(),
            effect: try verdictNode.name(of: Rule.Effect.self, what: "verdict"),
            reason: try mapping.required("reason").sentence(), law: try mapping.required("law").sentence(),
            cure: try mapping.required("cure").sentence(),
            override: try overrideNode.name(of: Rule.Override.self, what: "override"),
            jurisdiction: jurisdiction, scope: scope, line: node.line,
            condition: try Condition(parsing: whenNode))
        try refuseContactFactsInListRule()
    }

    /// A finding that is told once for the whole list must not depend on a row.
    private func refuseContactFactsInListRule() throws(YAMLError) {
        guard rule.scope == .list, let fact = rule.facts.first(where: { !$0.isOfWholeList }) else { return }
        throw whenNode.error(
            "rule \(rule.id) is about the whole list, and \(fact.rawValue) differs from contact to contact",
            hint: "Leave out scope: list, or ask only for list. and run. facts.")
    }
}
