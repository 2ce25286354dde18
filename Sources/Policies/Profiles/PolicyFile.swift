import StrictYAML

/// A policy as its file says it, before what it extends is known.
struct PolicyFile: Sendable {
    let id: String
    let title: String
    let description: String
    /// What it builds on; nil for a policy that stands alone.
    let extends: YAMLNode?
    /// Settings that it changes.
    let parameters: [(key: YAMLNode, value: YAMLNode)]
    /// Times of retention that it changes.
    let retention: [(key: YAMLNode, value: YAMLNode)]
    /// What it makes of inherited rules.
    let adjust: [(key: YAMLNode, value: YAMLNode)]
    /// The rules whose facts about the sending must be declared.
    let ask: [YAMLNode]
    /// Its own rules.
    let rules: YAMLNode?
    let root: YAMLNode
    let file: String
    let text: String

    private static let keys = [
        "policy", "title", "description", "extends", "parameters", "retention", "adjust", "ask", "rules",
    ]

    init(parsing text: String, file: String) throws(YAMLError) {
        self.text = text
        self.file = file
        root = try YAMLDocument.parse(
            text, file: file, packed: EmbeddedFiles.tree(of: text, named: file))
        let mapping = try root.mapping()
        try mapping.allowOnly(Self.keys)
        id = try mapping.required("policy").slug()
        title = try mapping.required("title").sentence()
        description = try mapping.required("description").sentence()
        extends = mapping["extends"]
        rules = mapping["rules"]
        parameters = try mapping["parameters"]?.mapping().pairs ?? []
        retention = try mapping["retention"]?.mapping().pairs ?? []
        adjust = try mapping["adjust"]?.mapping().pairs ?? []
        ask = try mapping["ask"]?.list() ?? []
        try Self.refuseDoubles(in: ask)
        guard extends == nil else { return }
        for key in ["parameters", "adjust", "ask"] {
            guard let node = mapping[key] else { continue }
            throw node.error(
                "\(key): changes what a policy builds on, and this one builds on nothing",
                hint: "Add extends: gdpr or extends: catalogue.")
        }
        guard rules != nil else {
            throw root.error(
                "the key \"rules\" is missing", hint: "Add rules:, or extends: gdpr to build on its rules.")
        }
    }

    private static func refuseDoubles(in list: [YAMLNode]) throws(YAMLError) {
        var seen: Set<String> = []
        for node in list {
            let id = try node.nonEmptyText()
            guard seen.insert(id).inserted else {
                throw node.error("\"\(id.prefix(60))\" stands twice in this list", hint: "Keep one of them.")
            }
        }
    }

    /// The ids of the inherited rules that it changes or asks for.
    func changedRules() throws(YAMLError) -> Set<String> {
        var ids: Set<String> = []
        for key in adjust.map(\.key) + ask { ids.insert(try key.nonEmptyText()) }
        return ids
    }
}
