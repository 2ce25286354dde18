import StrictYAML

/// One example of the catalogue: facts, and which rules fire for them by their own conditions.
///
/// It holds in every policy that has the rules, whatever verdicts it gives them.
public struct CatalogueExample: Sendable, Hashable {
    /// What the example is about.
    public let name: String
    /// The file in which it stands.
    public let file: String
    /// The line on which it begins, 1-based.
    public let line: Int
    /// What is known of the contact.
    public let facts: Facts
    /// The ids of rules that fire.
    public let fires: [String]
    /// The ids of rules that do not.
    public let silent: [String]

    init(parsing node: YAMLNode, file: String, bases: [String: Facts]) throws(YAMLError) {
        let mapping = try node.mapping()
        try mapping.allowOnly(["name", "like", "facts", "unknown", "fires", "silent"])
        name = try mapping.required("name").sentence()
        self.file = file
        line = node.line
        facts = try Facts(ofExample: mapping, bases: bases)
        fires = try Self.ids(mapping["fires"])
        silent = try Self.ids(mapping["silent"])
        guard !fires.isEmpty || !silent.isEmpty else {
            throw node.error("the example expects nothing", hint: "Name rules under fires: or silent:.")
        }
    }

    private static func ids(_ node: YAMLNode?) throws(YAMLError) -> [String] {
        var ids: [String] = []
        for item in try node?.list() ?? [] { ids.append(try RuleCatalogue.id(parsing: item)) }
        return ids
    }

    /// What a policy says otherwise: the ids of its rules that should fire and do not, and the other way round.
    public func differences(in policy: Policy) -> (silent: [String], fired: [String]) {
        let fired = Set(policy.rules.filter { $0.when.holds(for: facts) }.map(\.id))
        let known = Set(policy.rules.map(\.id))
        return (
            fires.filter { known.contains($0) && !fired.contains($0) }, silent.filter(fired.contains)
        )
    }
}

/// The examples of the catalogue: `catalogue/*.examples.yaml`, of which `bases.examples.yaml` has the facts that all of
/// them may begin with.
public enum CatalogueExamples {
    /// Those that came with the program.
    ///
    /// - Throws: ``PolicyError`` with the place of whatever is not understood.
    public static func shipped() throws(PolicyError) -> [CatalogueExample] {
        do {
            return try examples(of: ShippedPolicies.catalogueExamples)
        } catch {
            throw PolicyError(.malformed, error)
        }
    }

    static func examples(of sources: [PolicySource]) throws(YAMLError) -> [CatalogueExample] {
        let isBases = { (source: PolicySource) in source.name.hasSuffix("/bases.examples.yaml") }
        var bases: [String: Facts] = [:]
        for source in sources where isBases(source) {
            bases = try Facts.bases(
                YAMLDocument.parse(source.text, file: source.name).mapping().required("base"))
        }
        var examples: [CatalogueExample] = []
        for source in sources where !isBases(source) {
            let root = try YAMLDocument.parse(source.text, file: source.name).mapping()
            try root.allowOnly(["base", "examples"])
            let known = bases.merging(try Facts.bases(root["base"])) { $1 }
            for item in try root.required("examples").list() {
                examples.append(try CatalogueExample(parsing: item, file: source.name, bases: known))
            }
        }
        return examples
    }
}
