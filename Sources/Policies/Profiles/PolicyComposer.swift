import StrictYAML

/// Puts a policy together from its file, the policies that it builds on, and the catalogue.
struct PolicyComposer {
    let library: PolicyLibrary
    let language: Language

    /// No chain of policies that people write is so long.
    private static let longestChain = 8

    /// What came of it.
    struct Outcome {
        let own: PolicyFile
        let rules: [RuleDraft]
        let off: [RuleDraft]
        let kept: [KeptRule]
        let parameters: ParameterValues
        let retention: RetentionSchedule
        let sources: [PolicySource]
        /// The ids of the rules that the policy's own file holds or changes.
        let touched: Set<String>
        let isOverCatalogue: Bool
    }

    /// Puts the policy of a file together.
    func compose(_ text: String, file: String) throws(YAMLError) -> Outcome {
        let own = try PolicyFile(parsing: text, file: file)
        let chain = try self.chain(from: own)
        let isOverCatalogue = chain.last?.extends != nil
        let catalogue = isOverCatalogue ? try ShippedPolicies.catalogue.get() : nil
        var parameters = catalogue?.parameters ?? .none
        for file in chain.reversed() {
            for (key, value) in file.parameters { try parameters.set(key, to: value) }
        }
        // Also a policy that stands alone has the usual times.
        var retention = try ShippedPolicies.catalogue.get().retention
        for file in chain.reversed() {
            for (key, value) in file.retention { try retention.set(key, to: value) }
        }
        var shelf = try RuleShelf(catalogue, parameters: parameters, language: language)
        for file in chain.reversed() { try shelf.apply(file, parameters: parameters) }
        let rules = shelf.drafts.filter(\.isOn)
        guard !rules.isEmpty else {
            throw (own.rules ?? own.root).error("a policy needs at least one rule")
        }
        return Outcome(
            own: own, rules: rules, off: shelf.drafts.filter { !$0.isOn }, kept: catalogue?.kept ?? [],
            parameters: parameters, retention: retention,
            sources: chain.map { PolicySource(name: $0.file, text: $0.text) }
                + (catalogue.map { $0.files + ShippedPolicies.textSources } ?? []),
            touched: Set(shelf.drafts.filter { $0.file == own.file }.map(\.parsed.id))
                .union(try own.changedRules()),
            isOverCatalogue: isOverCatalogue)
    }

    /// The file and those that it builds on, itself first.
    private func chain(from own: PolicyFile) throws(YAMLError) -> [PolicyFile] {
        var chain = [own]
        while let last = chain.last, let parent = last.extends {
            let name = try parent.slug()
            if name == Catalogue.name { break }
            guard !chain.contains(where: { $0.id == name }) else {
                throw parent.error(
                    "the policy \(name) builds on itself", hint: "Change what comes after extends:.")
            }
            guard chain.count < Self.longestChain else {
                throw parent.error("policies build on each other over \(Self.longestChain) deep")
            }
            let source = try library.source(parent)
            let next = try PolicyFile(parsing: source.text, file: source.name)
            guard next.id == name else {
                throw parent.error("the file \(source.name) holds the policy \(next.id) and not \(name)")
            }
            chain.append(next)
        }
        return chain
    }
}
