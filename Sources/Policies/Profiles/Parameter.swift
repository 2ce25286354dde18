import StrictYAML

/// A setting of the catalogue that a profile may change: a period, a number, a set of countries, a moment.
public struct Parameter: Sendable, Hashable {
    /// What a parameter can be.
    public enum Kind: String, Sendable, CaseIterable {
        /// `24 months`.
        case period
        /// A whole number.
        case number
        /// A list of countries, ISO 3166-1 alpha-2; may be empty.
        case countries
        /// A moment, RFC 3339.
        case time
        /// `true` or `false`.
        case choice
    }

    /// Its name, which conditions write with a `$` before it.
    public let name: String
    /// What it is.
    public let kind: Kind
    /// What it is for.
    public let meaning: String
    /// The least and the most that a profile may set, for numbers.
    public let bounds: ClosedRange<Int>

    /// Reads a definition of the catalogue.
    init(name: YAMLNode, _ node: YAMLNode) throws(YAMLError) {
        self.name = try name.nonEmptyText()
        let mapping = try node.mapping()
        try mapping.allowOnly(["is", "default", "from", "to", "says"])
        kind = try mapping.required("is").name(of: Kind.self, what: "kind of parameter")
        meaning = try mapping.required("says").sentence()
        let least = try mapping["from"].map { node throws(YAMLError) in try node.integer(in: 0...1_000_000) }
        let most = try mapping["to"].map { node throws(YAMLError) in try node.integer(in: 0...1_000_000) }
        guard least ?? 0 <= most ?? 1_000_000 else { throw node.error("from: is more than to:") }
        bounds = (least ?? 0)...(most ?? 1_000_000)
    }

    /// Refuses a value that the parameter cannot have.
    func check(_ value: YAMLNode) throws(YAMLError) {
        switch kind {
        case .period: _ = try Period(parsing: value)
        case .number: _ = try value.integer(in: bounds)
        case .time: _ = try value.instant()
        case .choice: _ = try value.boolean()
        case .countries:
            for item in try value.list() {
                let code = try item.nonEmptyText()
                guard Country.codes.contains(code) else {
                    throw item.unknown("country", code, among: Country.codes)
                }
            }
        }
    }
}

/// What each parameter is set to.
struct ParameterValues: Sendable {
    private(set) var definitions: [String: Parameter] = [:]
    private(set) var values: [String: YAMLNode] = [:]

    /// No parameters: a policy that extends nothing.
    static let none = ParameterValues()

    /// Adds a parameter of the catalogue with its default.
    mutating func define(_ parameter: Parameter, default value: YAMLNode) throws(YAMLError) {
        try parameter.check(value)
        definitions[parameter.name] = parameter
        values[parameter.name] = value
    }

    /// Sets a parameter as a profile says.
    mutating func set(_ name: YAMLNode, to value: YAMLNode) throws(YAMLError) {
        let text = try name.nonEmptyText()
        guard let parameter = definitions[text] else {
            throw name.unknown("parameter", text, among: definitions.keys.sorted())
        }
        try parameter.check(value)
        values[text] = value
    }

    /// A condition with every `$name` replaced by the value.
    func fill(_ node: YAMLNode) throws(YAMLError) -> YAMLNode {
        // Hardly any condition has one, and a tree need not be made anew to see that.
        guard node.holdsPlain(where: { $0.utf8.first == UInt8(ascii: "$") }) else { return node }
        return try node.replacingScalars { (node, text) throws(YAMLError) in
            guard text.first == "$" else { return nil }
            let name = String(text.dropFirst())
            guard let value = values[name] else {
                throw node.unknown("parameter", name, among: definitions.keys.sorted())
            }
            return value
        }
    }

    /// Whether a parameter that is a choice is set.
    func choice(_ name: String) -> Bool {
        (try? values[name]?.boolean()) ?? false
    }

    /// Every parameter with its value as it is written, by name.
    var written: [(parameter: Parameter, value: String)] {
        definitions.values.sorted { $0.name < $1.name }.map { parameter in
            (parameter, values[parameter.name].map(Self.text) ?? "")
        }
    }

    private static func text(_ node: YAMLNode) -> String {
        switch node.kind {
        case .scalar(let text, _): text
        case .sequence(let items): items.map(text).joined(separator: ", ")
        case .mapping: ""
        }
    }
}
