import StrictYAML

/// The rules that all policies build on: `policies/catalogue`.
struct Catalogue: Sendable {
    /// The name by which a policy extends it.
    static let name = "catalogue"

    /// The ids of all rules in the order in which findings are told, the first first.
    let order: [String]
    /// The settings with their defaults.
    let parameters: ParameterValues
    /// How long what is kept is kept, unless a policy says otherwise.
    let retention: RetentionSchedule
    /// The rules as they stand in their files.
    let rules: [(node: YAMLNode, file: String)]
    /// What the program itself keeps, and no condition says: by the rule's id.
    let kept: [KeptRule]
    /// All its files.
    let files: [PolicySource]

    private static let head = "catalogue.yaml"

    /// Reads the files of a catalogue; one of them is `catalogue.yaml`, and files of examples are passed over.
    init(_ sources: [PolicySource]) throws(YAMLError) {
        files = sources
        guard let head = sources.first(where: { $0.name.hasSuffix("/" + Self.head) }) else {
            throw YAMLError(
                file: Self.head, line: 1, column: 1, message: "the catalogue has no \(Self.head)")
        }
        let root = try head.document().mapping()
        try root.allowOnly(["order", "parameters", "retention"])
        var order: [String] = []
        for row in try root.required("order").list() { order += try row.texts() }
        self.order = order
        var parameters = ParameterValues()
        for (key, value) in try root.required("parameters").mapping().pairs {
            try parameters.define(
                Parameter(name: key, value), default: value.mapping().required("default"))
        }
        self.parameters = parameters
        retention = try RetentionSchedule(catalogue: root.required("retention"))
        var rules: [(node: YAMLNode, file: String)] = []
        var kept: [KeptRule] = []
        for source in sources where source.name != head.name {
            let root = try source.document().mapping()
            try root.allowOnly(["rules", "kept"])
            for item in try root.required("rules").list() { rules.append((item, source.name)) }
            for item in try root["kept"]?.list() ?? [] {
                kept.append(try KeptRule(parsing: item, file: source.name))
            }
        }
        self.rules = rules
        self.kept = kept
    }
}

/// A rule of the catalogue that the program keeps by how it is built; no policy can ask for it or leave it out.
public struct KeptRule: Sendable, Hashable {
    /// The id of the catalogue.
    public let id: String
    /// A short name for people.
    public let slug: String
    /// Where the rule comes from.
    public let law: String
    /// What of the program keeps it, in a sentence.
    public let keptBy: String
    /// The file in which it stands.
    public let file: String

    init(parsing node: YAMLNode, file: String) throws(YAMLError) {
        let mapping = try node.mapping()
        try mapping.allowOnly(["id", "slug", "law", "by"])
        id = try RuleCatalogue.id(parsing: mapping.required("id"))
        slug = try mapping.required("slug").slug()
        law = try mapping.required("law").sentence()
        keptBy = try mapping.required("by").sentence()
        self.file = file
    }
}

/// One of the files of which a policy is made.
public struct PolicySource: Sendable, Hashable {
    /// Its path below the folder of policies, or as it was given.
    public let name: String
    /// The whole file.
    public let text: String

    /// A file with its name.
    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }

    /// What stands in it; nothing is read of a file that came with the program, whose tree the build worked out.
    func document() throws(YAMLError) -> YAMLNode {
        try YAMLDocument.parse(text, file: name, packed: EmbeddedFiles.tree(of: text, named: name))
    }
}
