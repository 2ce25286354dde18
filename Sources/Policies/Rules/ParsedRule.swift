import StrictYAML

/// A rule as it stands in its file, with the places of its parts for errors that are found only when all rules are known.
struct ParsedRule: Sendable {
    let id: String
    let slug: String
    /// What follows, unless a profile says something else.
    let effect: Rule.Effect
    /// What a profile may make of it instead, although it is less strict.
    let may: [Rule.Effect]
    /// Whether it counts unless a profile says something else.
    let isOnByDefault: Bool
    /// Nil for a rule of the catalogue: its texts lie in a file per language.
    let text: RuleText?
    let law: String
    let override: Rule.Override
    let jurisdiction: String?
    let scope: Rule.Scope
    let basis: Rule.Basis?
    let behind: [String]
    /// Where each of them stands.
    let behindPlaces: [TextPlace]
    let when: Condition
    /// Where each part of the condition stands.
    let places: [TextPlace]
    /// Where it stands in its file.
    let node: YAMLNode
    /// Where the id stands.
    let idNode: YAMLNode
    /// Where the condition stands.
    let whenNode: YAMLNode
    /// Where the verdict stands.
    let verdictNode: YAMLNode
    /// Where it stands who may override.
    let overrideNode: YAMLNode

    /// Where a rule is read, which decides what it may say.
    enum Place {
        /// A file of the catalogue.
        case catalogue
        /// A policy of its own.
        case policy
    }

    private static let keys = [
        "id", "slug", "when", "verdict", "law", "override", "jurisdiction", "scope", "basis", "behind",
    ]
    private static let keysOfCatalogue = ["may", "default"]
    private static let keysOfPolicy = ["reason", "cure"]

    /// - Parameter parameters: What `$name` stands for in the condition.
    init(parsing node: YAMLNode, in place: Place, parameters: ParameterValues) throws(YAMLError) {
        self.node = node
        let mapping = try node.mapping()
        try mapping.allowOnly(Self.keys + (place == .catalogue ? Self.keysOfCatalogue : Self.keysOfPolicy))
        idNode = try mapping.required("id")
        whenNode = try mapping.required("when")
        verdictNode = try mapping.required("verdict")
        overrideNode = try mapping.required("override")
        id = try RuleCatalogue.id(parsing: idNode)
        slug = try mapping.required("slug").slug()
        effect = try verdictNode.name(of: Rule.Effect.self, what: "verdict")
        may = try Self.effects(mapping["may"])
        isOnByDefault = try mapping["default"].map { node throws(YAMLError) in try node.isOn() } ?? true
        text = place == .policy ? try RuleText(parsing: mapping) : nil
        law = try mapping.required("law").sentence()
        override = try overrideNode.name(of: Rule.Override.self, what: "override")
        jurisdiction =
            if let told = mapping["jurisdiction"] { try told.sentence() } else { nil }
        scope =
            if let told = mapping["scope"] { try told.name(of: Rule.Scope.self, what: "scope") } else {
                .contact
            }
        basis =
            if let told = mapping["basis"] { try told.name(of: Rule.Basis.self, what: "basis") } else { nil }
        behind = try Self.ids(mapping["behind"])
        behindPlaces = try mapping["behind"]?.list().map(\.place) ?? []
        when = try Condition(parsing: parameters.fill(whenNode))
        places = Condition.places(in: whenNode)
        try refuseContactFactsInListRule()
        try refuseAcceptWithoutBasis()
    }

    private static func effects(_ node: YAMLNode?) throws(YAMLError) -> [Rule.Effect] {
        guard let node else { return [] }
        var effects: [Rule.Effect] = []
        for item in try node.list() {
            effects.append(try item.name(of: Rule.Effect.self, what: "verdict"))
        }
        return effects
    }

    private static func ids(_ node: YAMLNode?) throws(YAMLError) -> [String] {
        guard let node else { return [] }
        var ids: [String] = []
        for item in try node.list() { ids.append(try RuleCatalogue.id(parsing: item)) }
        return ids
    }

    /// A finding that is told once for the whole list must not depend on a row.
    private func refuseContactFactsInListRule() throws(YAMLError) {
        guard scope == .list,
            let fact = when.facts.sorted(by: { $0.rawValue < $1.rawValue })
                .first(where: { !$0.isOfWholeList })
        else { return }
        throw whenNode.error(
            "rule \(id) is about the whole list, and \(fact.name) differs from contact to contact",
            hint: "Leave out scope: list, or ask only for list., sending. and run. facts.")
    }

    /// Only a basis can let anybody pass; a rule that says accept and gives none would say nothing.
    private func refuseAcceptWithoutBasis() throws(YAMLError) {
        guard basis == .gives, effect == .reject || effect == .warn else { return }
        throw verdictNode.error(
            "rule \(id) gives a basis, and \(effect.rawValue) does not let anybody pass",
            hint: "Write verdict: accept, or verdict: hold where somebody must decide.")
    }
}

extension YAMLNode {
    /// `on` or `off`.
    func isOn() throws(YAMLError) -> Bool {
        let text = try nonEmptyText()
        switch text {
        case "on": return true
        case "off": return false
        default: throw unknown("state", text, among: ["on", "off"])
        }
    }
}
