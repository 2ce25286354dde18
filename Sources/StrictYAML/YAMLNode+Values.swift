import Suggestions

extension YAMLNode {
    /// The text of a scalar, whatever it looks like: `NO` is the text "NO", never a boolean.
    package func text() throws(YAMLError) -> String {
        guard case .scalar(let text, _) = kind else { throw error("expected a text, found \(kindName)") }
        return text
    }

    /// A text that is not empty.
    package func nonEmptyText() throws(YAMLError) -> String {
        let text = try text()
        guard !text.isEmpty else { throw error("expected a text, found nothing") }
        return text
    }

    /// `true` or `false`, and `yes` or `no`, without quotes.
    package func boolean() throws(YAMLError) -> Bool {
        guard case .scalar(let text, isPlain: true) = kind else {
            throw error(
                "expected true or false, found \(kindName)", hint: "Write true or false without quotes.")
        }
        switch text.lowercased() {
        case "true", "yes": return true
        case "false", "no": return false
        default: throw error("expected true or false, found \"\(text)\"")
        }
    }

    /// A whole number within a range.
    package func integer(in range: ClosedRange<Int>) throws(YAMLError) -> Int {
        guard case .scalar(let text, isPlain: true) = kind, let value = Int(text) else {
            throw error("expected a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        guard range.contains(value) else {
            throw error("\(value) is not from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    /// The items of a list.
    package func list() throws(YAMLError) -> [YAMLNode] {
        guard case .sequence(let items) = kind else { throw error("expected a list, found \(kindName)") }
        return items
    }

    /// A list of texts; a single text counts as a list of one.
    package func texts() throws(YAMLError) -> [String] {
        if case .scalar = kind { return [try nonEmptyText()] }
        var result: [String] = []
        for item in try list() { result.append(try item.nonEmptyText()) }
        return result
    }

    /// A text that must be one of the given names.
    package func name<Name: RawRepresentable<String> & CaseIterable>(
        of type: Name.Type, what: String
    ) throws(YAMLError) -> Name {
        let text = try nonEmptyText()
        if let name = Name(rawValue: text) { return name }
        throw unknown(what, text, among: Name.allCases.map(\.rawValue))
    }

    /// The keys and values of a mapping.
    package func mapping() throws(YAMLError) -> YAMLMapping {
        guard case .mapping(let pairs) = kind else {
            throw error("expected keys and values, found \(kindName)")
        }
        return YAMLMapping(node: self, pairs: pairs)
    }

    /// The error for a name that nobody knows, with the nearest that somebody does.
    package func unknown(_ what: String, _ name: String, among known: [String]) -> YAMLError {
        let hint =
            if let nearest = nearestName(to: name, among: known) {
                "Did you mean \"\(nearest)\"?"
            } else {
                "Known are: \(known.sorted().joined(separator: ", "))."
            }
        return error("unknown \(what) \"\(name)\"", hint: hint)
    }
}

/// The keys and values of a mapping, in the order of the file.
package struct YAMLMapping: Sendable {
    /// The mapping itself.
    package let node: YAMLNode
    /// Key and value as they stand.
    package let pairs: [(key: YAMLNode, value: YAMLNode)]

    /// The value of a key, or nil.
    package subscript(name: String) -> YAMLNode? {
        pairs.first { pair in
            if case .scalar(let text, _) = pair.key.kind { text == name } else { false }
        }?.value
    }

    /// The value of a key that must be there.
    package func required(_ name: String) throws(YAMLError) -> YAMLNode {
        guard let value = self[name] else { throw node.error("the key \"\(name)\" is missing") }
        return value
    }

    /// Refuses any key that is not among the known ones, naming the nearest.
    package func allowOnly(_ known: [String]) throws(YAMLError) {
        for (key, _) in pairs {
            let name = try key.text()
            guard known.contains(name) else { throw key.unknown("key", name, among: known) }
        }
    }
}
