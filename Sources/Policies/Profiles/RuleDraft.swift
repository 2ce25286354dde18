import StrictYAML

/// A rule on its way into a policy: as its file says it, and what profiles made of it.
struct RuleDraft: Sendable {
    let parsed: ParsedRule
    let text: RuleText
    let file: String
    var isOn: Bool
    var effect: Rule.Effect
    var isAsked = false

    /// Turns the rule on or off or gives it another verdict, as a profile says.
    mutating func adjust(_ value: YAMLNode, key: YAMLNode) throws(YAMLError) {
        let word = try value.nonEmptyText()
        switch word {
        case "on":
            isOn = true
        case "off":
            guard parsed.override != .never || !parsed.isOnByDefault else {
                throw value.error(
                    "rule \(parsed.id) cannot be turned off: nobody may override it",
                    hint: "Leave the line away. \(Self.about(parsed))")
            }
            isOn = false
        default:
            guard let effect = Rule.Effect(rawValue: word) else {
                throw value.unknown(
                    "change", word, among: ["on", "off"] + Rule.Effect.allCases.map(\.rawValue))
            }
            try require(effect, at: value)
            (isOn, self.effect) = (true, effect)
        }
    }

    /// A profile may make a rule stricter, and less strict only as the rule itself allows.
    private func require(_ wanted: Rule.Effect, at node: YAMLNode) throws(YAMLError) {
        let isStricter = wanted.strictness >= parsed.effect.strictness && parsed.basis != .gives
        guard isStricter || wanted == parsed.effect || parsed.may.contains(wanted) else {
            let allowed = [parsed.effect] + parsed.may
            throw node.error(
                "rule \(parsed.id) may not be made to \(wanted.rawValue)",
                hint: "It allows: \(allowed.map(\.rawValue).joined(separator: ", ")), and what is stricter.")
        }
    }

    /// Asks for the facts about the sending that the rule needs.
    mutating func ask(at node: YAMLNode) throws(YAMLError) {
        guard parsed.when.facts.contains(where: { $0.source == .declared }) else {
            throw node.error(
                "rule \(parsed.id) needs nothing that is declared",
                hint: "Name rules here that look at facts beginning with sending.")
        }
        (isOn, isAsked) = (true, true)
    }

    private static func about(_ rule: ParsedRule) -> String {
        "\(rule.id) is \(rule.slug): \(rule.law)."
    }

    /// The rule as it counts in the policy.
    ///
    /// - Parameter bases: The conditions of the rules that give another basis than consent.
    func rule(bases: [Condition]) -> Rule {
        var condition = isAsked ? parsed.when.askingForDeclared : parsed.when
        if parsed.basis == .needs, !bases.isEmpty {
            condition = .all([condition] + bases.map { .not($0) })
        }
        return Rule(
            id: parsed.id, slug: parsed.slug, effect: effect, text: text, law: parsed.law,
            override: parsed.override, jurisdiction: parsed.jurisdiction, scope: parsed.scope,
            basis: parsed.basis, behind: parsed.behind, isAsked: isAsked, file: file, line: parsed.node.line,
            place: parsed.idNode.place, places: parsed.places,
            behindPlaces: parsed.behindPlaces, writtenEffect: parsed.effect,
            when: parsed.when, condition: condition)
    }
}
