import StrictYAML

/// All rules that a policy knows of, in the order of telling.
struct RuleShelf {
    private(set) var drafts: [RuleDraft] = []

    /// Begins with the rules of the catalogue as they are by default, or with none.
    init(_ catalogue: Catalogue?, parameters: ParameterValues, language: Language) throws(YAMLError) {
        guard let catalogue else { return }
        let texts = try ShippedPolicies.texts(in: language).get()
        var places: [String: Int] = [:]
        for (place, id) in catalogue.order.enumerated() { places[id] = place }
        var told: [(place: Int, draft: RuleDraft)] = []
        for (node, file) in catalogue.rules {
            let parsed = try ParsedRule(parsing: node, in: .catalogue, parameters: parameters)
            guard let text = texts.byRule[parsed.id] else {
                throw parsed.idNode.error(
                    "rule \(parsed.id) has no text in the language \(language.rawValue)")
            }
            guard let place = places[parsed.id] else {
                throw parsed.idNode.error("rule \(parsed.id) is not in the order of telling")
            }
            let draft = RuleDraft(
                parsed: parsed, text: text, file: file, isOn: parsed.isOnByDefault, effect: parsed.effect)
            drafts.append(draft)
            told.append((place, draft))
        }
        try refuseDoubles()
        drafts = told.sorted { $0.place < $1.place }.map(\.draft)
    }

    /// Takes in what a policy says beyond the one that it builds on.
    mutating func apply(_ file: PolicyFile, parameters: ParameterValues) throws(YAMLError) {
        for (key, value) in file.adjust {
            let place = try place(of: key)
            try drafts[place].adjust(value, key: key)
        }
        for node in file.ask {
            let place = try place(of: node)
            try drafts[place].ask(at: node)
        }
        for node in try file.rules?.list() ?? [] {
            let parsed = try ParsedRule(parsing: node, in: .policy, parameters: parameters)
            try refuseForeignID(parsed, in: file)
            guard let text = parsed.text else { continue }
            drafts.append(
                RuleDraft(
                    parsed: parsed, text: text, file: file.file, isOn: true, effect: parsed.effect))
        }
        try refuseDoubles()
    }

    private func place(of node: YAMLNode) throws(YAMLError) -> Int {
        let id = try node.nonEmptyText()
        guard let place = drafts.firstIndex(where: { $0.parsed.id == id }) else {
            throw node.unknown("rule", id, among: drafts.map(\.parsed.id))
        }
        return place
    }

    /// What an id of the catalogue means must not depend on the policy.
    private func refuseForeignID(_ parsed: ParsedRule, in file: PolicyFile) throws(YAMLError) {
        guard file.extends != nil, RuleCatalogue.ids.contains(parsed.id) else { return }
        throw parsed.idNode.error(
            "\(parsed.id) is a rule of the catalogue, which this policy builds on",
            hint: "Give your rule an id such as OWN-1, or change \(parsed.id) under adjust:.")
    }

    private func refuseDoubles() throws(YAMLError) {
        var lines: [String: Int] = [:]
        for draft in drafts {
            guard let line = lines.updateValue(draft.parsed.idNode.line, forKey: draft.parsed.id) else {
                continue
            }
            throw draft.parsed.idNode.error(
                "rule \(draft.parsed.id) stands twice", hint: "It stands on line \(line) already.")
        }
    }
}
