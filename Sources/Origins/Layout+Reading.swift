internal import Consent
internal import StrictYAML

extension Layout {
    /// Reads a file of `Layouts`.
    ///
    /// | key | what |
    /// | --- | --- |
    /// | `layout` | its id |
    /// | `title`, `tool`, `evidence` | for people; `evidence` names where such files were seen, and how sure that is |
    /// | `implies` | `origin` and `strength` of every row; left out where the columns say nothing of it |
    /// | `headers` | a list of `language`, `order` (any, begins, exact), `must` (a name, or a list of which one is enough), `may` |
    /// | `must not` | names that belong to another layout |
    /// | `columns` | meaning to names, where the general vocabulary would not know or be wrong |
    /// | `rows` | a list of `column`, `is`, `origin`, `strength`: signs of single rows |
    /// | `claim` | which columns claim an opt-in, and when; see ``ClaimRule`` |
    /// | `stops` | which columns say that a contact must not be mailed; see ``StopRule`` |
    /// | `preamble` | sentences that stand before the header |
    /// | `example` | `header`, `row` and the `origin` to be recognised |
    init(reading text: String, file: String) throws(YAMLError) {
        let root = try YAMLDocument.parse(
            text, file: file, packed: EmbeddedFiles.tree(of: text, named: file)
        ).mapping()
        try root.allowOnly([
            "layout", "title", "tool", "evidence", "implies", "headers", "must not", "columns", "rows",
            "claim", "stops", "preamble", "example",
        ])
        id = try root.required("layout").nonEmptyText()
        title = try root.required("title").nonEmptyText()
        tool = try root.required("tool").nonEmptyText()
        evidence = try root.required("evidence").nonEmptyText()
        implication = try root["implies"].map { (node) throws(YAMLError) in try Implication(reading: node) }
        headers = try HeaderSet.list(reading: root.required("headers"))
        mustNot = try root["must not"]?.columnNames() ?? []
        columns = try Self.meanings(reading: root["columns"])
        spelt = [root["headers"], root["columns"]].compactMap(\.self)
        marks = try Self.marks(reading: root["rows"])
        claim = try root["claim"].map { (node) throws(YAMLError) in try ClaimRule(reading: node) }
        stops = try StopRule.list(reading: root["stops"])
        var preamble: [BytePattern] = []
        for sentence in try root["preamble"]?.list() ?? [] {
            preamble.append(BytePattern(try sentence.columnName().folded.utf8))
        }
        self.preamble = preamble
        let exampleNode = try root.required("example")
        example = try Example(reading: exampleNode)
        guard agreement(with: HeaderNames(example.header)) != nil else {
            throw exampleNode.error(
                "the example's header is not one of the headers of this layout",
                hint: "It needs every column of \"must\" of one of them, and none of \"must not\".")
        }
    }

    static func spellings(in nodes: [YAMLNode]) -> [ColumnName: String] {
        var result: [ColumnName: String] = [:]
        for node in nodes {
            let found: [ColumnName: String] =
                switch node.kind {
                case .scalar(let text, _): [ColumnName(text): text]
                case .sequence(let items): spellings(in: items)
                case .mapping(let pairs): spellings(in: pairs.map(\.value))
                }
            result.merge(found) { first, _ in first }
        }
        return result
    }

    private static func meanings(reading node: YAMLNode?) throws(YAMLError) -> [ColumnName: ColumnMeaning] {
        var result: [ColumnName: ColumnMeaning] = [:]
        for (key, value) in try node?.mapping().pairs ?? [] {
            let meaning = try key.name(of: ColumnMeaning.self, what: "meaning")
            for item in try value.list() {
                let name = try item.columnName()
                guard result.updateValue(meaning, forKey: name) == nil else {
                    throw item.error("this column has a meaning already", hint: "A column has one meaning.")
                }
            }
        }
        return result
    }

    private static func marks(reading node: YAMLNode?) throws(YAMLError) -> [RowMark] {
        var result: [RowMark] = []
        for item in try node?.list() ?? [] {
            let mapping = try item.mapping()
            try mapping.allowOnly(["column", "is", "origin", "strength"])
            var values: Set<String> = []
            for value in try mapping["is"]?.texts() ?? [] { values.insert(WordText(value).text) }
            result.append(
                RowMark(
                    names: try mapping.required("column").columnNames(), values: values,
                    implication: try Implication(mapping)))
        }
        return result
    }
}

extension Layout.Implication {
    fileprivate init(reading node: YAMLNode) throws(YAMLError) {
        let mapping = try node.mapping()
        try mapping.allowOnly(["origin", "strength"])
        try self.init(mapping)
    }

    fileprivate init(_ mapping: YAMLMapping) throws(YAMLError) {
        origin = try mapping.required("origin").name(of: Origin.self, what: "origin")
        strength = try mapping.required("strength").name(of: SignalStrength.self, what: "strength")
    }
}

extension Layout.Example {
    fileprivate init(reading node: YAMLNode) throws(YAMLError) {
        let mapping = try node.mapping()
        try mapping.allowOnly(["header", "row", "origin"])
        header = try Self.cells(mapping.required("header"))
        row = try Self.cells(mapping.required("row"))
        guard row.count == header.count else {
            throw node.error("the example's row has \(row.count) cells and its header \(header.count)")
        }
        origin = try mapping.required("origin").name(of: Origin.self, what: "origin")
    }

    private static func cells(_ node: YAMLNode) throws(YAMLError) -> [String] {
        var result: [String] = []
        for cell in try node.list() { result.append(try cell.text()) }
        return result
    }
}

extension HeaderSet {
    fileprivate static func list(reading node: YAMLNode) throws(YAMLError) -> [HeaderSet] {
        let items = try node.list()
        guard !items.isEmpty else { throw node.error("a layout needs at least one header") }
        var result: [HeaderSet] = []
        for item in items { result.append(try HeaderSet(reading: item)) }
        return result
    }

    private init(reading node: YAMLNode) throws(YAMLError) {
        let mapping = try node.mapping()
        try mapping.allowOnly(["language", "order", "must", "may"])
        language = try mapping.required("language").nonEmptyText()
        order = try mapping["order"]?.name(of: Order.self, what: "order") ?? .any
        let mustNode = try mapping.required("must")
        var must: [[ColumnName]] = []
        for item in try mustNode.list() { must.append(try item.columnNames()) }
        guard !must.isEmpty else {
            throw mustNode.error("a header needs at least one column that must be there")
        }
        self.must = must
        may = try mapping["may"]?.columnNames() ?? []
    }
}

extension YAMLNode {
    /// One name of a column, or a list of them.
    fileprivate func columnNames() throws(YAMLError) -> [ColumnName] {
        if case .scalar = kind { return [try columnName()] }
        var result: [ColumnName] = []
        for item in try list() { result.append(try item.columnName()) }
        return result
    }
}
