import Yams

/// A value of a YAML file that knows where it stands.
package struct YAMLNode: Sendable {
    /// What a node can be.
    package enum Kind: Sendable {
        /// A text. `isPlain` tells that it stood without quotes, so that `true` may be a boolean and `"true"` not.
        case scalar(String, isPlain: Bool)
        /// A list.
        case sequence([YAMLNode])
        /// Keys and values in the order of the file; no key stands twice.
        case mapping([(key: YAMLNode, value: YAMLNode)])
    }

    /// The value.
    package let kind: Kind
    /// 1-based line of the file.
    package var line: Int { position.line + source.firstLine - 1 }
    /// 1-based column, in Unicode scalars.
    package var column: Int { position.column }

    let position: (line: Int, column: Int)
    private let source: YAMLSource

    /// How deep values may be nested.
    static let deepest = 31

    /// An error at this place.
    package func error(_ message: String, hint: String? = nil) -> YAMLError {
        source.error(position.line, position.column, message, hint: hint)
    }

    /// - Parameter isKey: Keys are exempt from the refusal of tags: looking for duplicates has resolved theirs.
    init(_ node: Node, source: YAMLSource, depth: Int, isKey: Bool = false) throws(YAMLError) {
        self.source = source
        position = (node.mark?.line ?? 1, node.mark?.column ?? 1)
        let place = position
        func refuse(_ message: String, hint: String? = nil) -> YAMLError {
            source.error(place.line, place.column, message, hint: hint)
        }
        guard depth <= Self.deepest else { throw refuse("values are nested over 32 deep") }
        guard node.anchor == nil else { throw refuse("anchors and aliases (& and *) are not allowed") }
        switch node {
        case .scalar(let scalar):
            guard isKey || scalar.tag.rawValue.isEmpty || scalar.tag == Tag(.str) else {
                throw refuse("tags (!) are not allowed")
            }
            kind = .scalar(scalar.string, isPlain: scalar.style == .plain)
        case .sequence(let sequence):
            var items: [YAMLNode] = []
            for item in sequence { items.append(try YAMLNode(item, source: source, depth: depth + 1)) }
            kind = .sequence(items)
        case .mapping(let mapping):
            var pairs: [(key: YAMLNode, value: YAMLNode)] = []
            for (key, value) in mapping {
                let keyNode = try YAMLNode(key, source: source, depth: depth + 1, isKey: true)
                guard case .scalar(let name, _) = keyNode.kind, !name.isEmpty else {
                    throw keyNode.error("a key must be a word")
                }
                pairs.append((keyNode, try YAMLNode(value, source: source, depth: depth + 1)))
            }
            kind = .mapping(pairs)
        case .alias:
            throw refuse("anchors and aliases (& and *) are not allowed")
        }
    }

    /// What this node is, in a word for messages.
    package var kindName: String {
        switch kind {
        case .scalar: "a text"
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }
}

extension YAMLNode {
    /// The same tree with some scalars replaced by others, which keep the places at which they stand.
    ///
    /// - Parameter replacement: What to put in place of a plain scalar, by its text; nil leaves it.
    package func replacingScalars(
        _ replacement: (YAMLNode, String) throws(YAMLError) -> YAMLNode?
    ) throws(YAMLError) -> YAMLNode {
        switch kind {
        case .scalar(let text, let isPlain):
            return isPlain ? try replacement(self, text) ?? self : self
        case .sequence(let items):
            var replaced: [YAMLNode] = []
            for item in items { replaced.append(try item.replacingScalars(replacement)) }
            return YAMLNode(kind: .sequence(replaced), like: self)
        case .mapping(let pairs):
            var replaced: [(key: YAMLNode, value: YAMLNode)] = []
            for (key, value) in pairs { replaced.append((key, try value.replacingScalars(replacement))) }
            return YAMLNode(kind: .mapping(replaced), like: self)
        }
    }

    /// Whether a scalar without quotes fits, among the values only: keys are passed over.
    package func holdsPlain(where fits: (String) -> Bool) -> Bool {
        switch kind {
        case .scalar(let text, let isPlain): isPlain && fits(text)
        case .sequence(let items): items.contains { $0.holdsPlain(where: fits) }
        case .mapping(let pairs): pairs.contains { $0.value.holdsPlain(where: fits) }
        }
    }

    private init(kind: Kind, like node: YAMLNode) {
        self.init(kind: kind, position: node.position, source: node.source)
    }

    init(kind: Kind, position: (line: Int, column: Int), source: YAMLSource) {
        self.kind = kind
        self.position = position
        self.source = source
    }

    /// The value with all that it holds as a short text, for ``YAMLDocument/parse(_:file:firstLine:packed:)``.
    package var packed: String { PackedTree.pack(self) }
}
