internal import StrictYAML

extension ColumnVocabulary {
    /// Reads `columns.yaml`: meanings, languages and names, then topics likewise, then patterns.
    init(reading text: String, file: String) throws(YAMLError) {
        let root = try YAMLDocument.parse(
            text, file: file, packed: EmbeddedFiles.tree(of: text, named: file)
        ).mapping()
        try root.allowOnly(["names", "topics", "patterns"])
        for (key, value) in try root.required("names").mapping().pairs {
            let meaning = try key.name(of: ColumnMeaning.self, what: "meaning")
            for (_, list) in try value.mapping().pairs {
                for node in try list.list() { try add(node, meaning: meaning) }
            }
        }
        try readTopics(root["topics"])
        for node in try root["patterns"]?.list() ?? [] {
            let mapping = try node.mapping()
            try mapping.allowOnly(["meaning", "all", "any", "none"])
            let meaning = try mapping.required("meaning").name(of: ColumnMeaning.self, what: "meaning")
            let all = try mapping["all"]?.partsOfNames() ?? []
            let any = try mapping["any"]?.partsOfNames() ?? []
            guard !all.isEmpty || !any.isEmpty else { throw node.error("a pattern needs \"all\" or \"any\"") }
            patterns.append(
                ColumnPattern(
                    meaning: meaning, all: all, any: any, none: try mapping["none"]?.partsOfNames() ?? []))
        }
    }

    private mutating func readTopics(_ node: YAMLNode?) throws(YAMLError) {
        for (key, value) in try node?.mapping().pairs ?? [] {
            let topic = try key.name(of: ColumnTopic.self, what: "topic")
            for (_, list) in try value.mapping().pairs {
                for node in try list.list() {
                    let name = try node.columnName()
                    guard topics.updateValue(topic, forKey: name) ?? topic == topic else {
                        throw node.error("this name already has another topic")
                    }
                }
            }
        }
    }

    private mutating func add(_ node: YAMLNode, meaning: ColumnMeaning) throws(YAMLError) {
        let name = try node.columnName()
        if let other = names[name], other != meaning {
            throw node.error("this name already means \(other.rawValue)", hint: "A name has one meaning.")
        }
        names[name] = meaning
    }
}

extension YAMLNode {
    /// The name of a column.
    func columnName() throws(YAMLError) -> ColumnName {
        let name = ColumnName(try nonEmptyText())
        guard !name.isEmpty else { throw error("a column's name needs a letter or a digit") }
        return name
    }

    /// Parts of names of columns as they are compared.
    func partsOfNames() throws(YAMLError) -> [BytePattern] {
        var result: [BytePattern] = []
        for node in try list() { result.append(BytePattern(try node.columnName().bytes)) }
        return result
    }
}
