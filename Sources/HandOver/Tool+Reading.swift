internal import Consent
internal import StrictYAML
internal import Tables

extension Tool {
    /// Reads a file of `Tools`.
    ///
    /// | key | what |
    /// | --- | --- |
    /// | `tool` | its id, which is the name of the file too |
    /// | `title` | what it is called |
    /// | `evidence` | a list of `source`, `date`, `grade` (A the maker's own, B in part, C others), `says` |
    /// | `file` | `ending`, `encoding`, `byte order mark`, `delimiter`, `line end`, `quotes`, `header` |
    /// | `columns` | a list of `name`, `takes` (or `constant`), `longest` (`50 characters`, `255 bytes`) |
    /// | `limits` | `contacts` and `bytes` of one file; left out where there are none |
    /// | `addresses` | `ASCII` where the tool takes nothing else before the `@` |
    /// | `emoji` | `refused` where they break the import |
    /// | `replaced` | characters that become a space in names |
    /// | `choose`, `beware` | sentences: what to choose in the tool, and what to leave alone |
    /// | `example` | `contacts` (`address`, `first`, `last`, `full`) and the pieces of the `file` they make |
    init(reading text: String, file: String) throws(YAMLError) {
        let root = try YAMLDocument.parse(
            text, file: file, packed: EmbeddedFiles.tree(of: text, named: file)
        ).mapping()
        try root.allowOnly([
            "tool", "title", "evidence", "file", "columns", "limits", "addresses", "emoji", "replaced",
            "choose", "beware", "example",
        ])
        let idNode = try root.required("tool")
        id = try idNode.nonEmptyText()
        guard file == id + ".yaml" else {
            throw idNode.error("the tool \"\(id)\" is in the file \(file)", hint: "Name the file \(id).yaml.")
        }
        title = try root.required("title").nonEmptyText()
        evidence = try Evidence.list(reading: root.required("evidence"))
        let form = try FileForm(reading: root.required("file"))
        (ending, dialect, quotes, hasHeader) = (form.ending, form.dialect, form.quotes, form.hasHeader)
        columns = try ToolColumn.list(reading: root.required("columns"), hasHeader: form.hasHeader)
        limits = try Limits(reading: root["limits"])
        wantsPlainAddresses = try root["addresses"]?.name(of: AddressRule.self, what: "rule") != nil
        refusesEmoji = try root["emoji"]?.name(of: EmojiRule.self, what: "rule") != nil
        var replaced = Set(try root["replaced"]?.nonEmptyText().unicodeScalars.map(\.self) ?? [])
        if quotes == .never { replaced.formUnion(["\"", Unicode.Scalar(dialect.delimiter)]) }
        self.replaced = replaced
        instructions = try root.required("choose").texts()
        warnings = try root.required("beware").texts()
        example = try Example(reading: root.required("example"))
    }

    private enum AddressRule: String, CaseIterable {
        case plain = "ASCII"
    }

    private enum EmojiRule: String, CaseIterable {
        case refused
    }
}

/// The keys under `file`.
private struct FileForm {
    let ending: Tool.Ending
    let dialect: Dialect
    let quotes: Tool.Quotes
    let hasHeader: Bool

    private enum Delimiter: String, CaseIterable {
        case comma, semicolon, tab

        var byte: UInt8 {
            switch self {
            case .comma: UInt8(ascii: ",")
            case .semicolon: UInt8(ascii: ";")
            case .tab: UInt8(ascii: "\t")
            }
        }
    }

    init(reading node: YAMLNode) throws(YAMLError) {
        let mapping = try node.mapping()
        try mapping.allowOnly([
            "ending", "encoding", "byte order mark", "delimiter", "line end", "quotes", "header",
        ])
        ending = try mapping.required("ending").name(of: Tool.Ending.self, what: "ending")
        quotes = try mapping.required("quotes").name(of: Tool.Quotes.self, what: "way of quoting")
        hasHeader = try mapping.required("header").boolean()
        let delimiter = try mapping.required("delimiter").name(of: Delimiter.self, what: "delimiter")
        let encoding = try mapping.required("encoding").name(of: TextEncoding.self, what: "encoding")
        let lineEnd = try mapping.required("line end").name(of: LineEnding.self, what: "line end")
        let mark = try mapping.required("byte order mark").boolean()
        do throws(TableError) {
            dialect = try Dialect(
                encoding: encoding, hasByteOrderMark: mark, delimiter: delimiter.byte, lineEnding: lineEnd)
        } catch {
            throw node.error("no table can be written so: \(error.what)")
        }
    }
}

extension Tool.Limits {
    fileprivate init(reading node: YAMLNode?) throws(YAMLError) {
        let mapping = try node?.mapping()
        try mapping?.allowOnly(["contacts", "bytes"])
        contacts = try mapping?["contacts"]?.integer(in: 1...1_000_000_000)
        bytes = try mapping?["bytes"]?.integer(in: 1...1_000_000_000_000)
    }
}

extension Tool.Evidence {
    fileprivate static func list(reading node: YAMLNode) throws(YAMLError) -> [Tool.Evidence] {
        var result: [Tool.Evidence] = []
        for item in try node.list() { result.append(try Tool.Evidence(reading: item)) }
        guard !result.isEmpty else { throw node.error("a tool needs a source for its rules") }
        return result
    }

    private init(reading node: YAMLNode) throws(YAMLError) {
        let mapping = try node.mapping()
        try mapping.allowOnly(["source", "date", "grade", "says"])
        source = try mapping.required("source").nonEmptyText()
        let day = try mapping.required("date")
        date = try day.nonEmptyText()
        let parts = date.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ UInt16($0) != nil }) else {
            throw day.error("expected a day, found \"\(date)\"", hint: "As in 2026-11-21.")
        }
        grade = try mapping.required("grade").name(of: Grade.self, what: "grade")
        says = try mapping.required("says").nonEmptyText()
    }
}

extension ToolColumn {
    fileprivate static func list(
        reading node: YAMLNode, hasHeader: Bool
    ) throws(YAMLError) -> [ToolColumn] {
        var result: [ToolColumn] = []
        for item in try node.list() {
            let column = try ToolColumn(reading: item)
            guard !result.contains(where: { $0.name == column.name }) else {
                throw item.error("the column \"\(column.name)\" stands twice")
            }
            result.append(column)
        }
        guard result.count(where: { $0.content == .address }) == 1 else {
            throw node.error("a tool has exactly one column that takes the address")
        }
        guard hasHeader || result.count == 1 else {
            throw node.error("without a header there is one column, the address")
        }
        return result
    }

    private enum Word: String, CaseIterable {
        case address, fullName, firstName, lastName, empty

        var content: Content {
            switch self {
            case .address: .address
            case .fullName: .fullName
            case .firstName: .firstName
            case .lastName: .lastName
            case .empty: .empty
            }
        }
    }

    private init(reading node: YAMLNode) throws(YAMLError) {
        let mapping = try node.mapping()
        try mapping.allowOnly(["name", "takes", "constant", "longest"])
        name = try mapping.required("name").nonEmptyText()
        longest =
            try mapping["longest"].map { (node) throws(YAMLError) in try Length(reading: node) } ?? .usual
        guard let constant = mapping["constant"] else {
            content = try mapping.required("takes").name(of: Word.self, what: "content").content
            return
        }
        guard mapping["takes"] == nil else { throw node.error("a column takes something or is constant") }
        content = .constant(try constant.nonEmptyText())
    }
}

extension ToolColumn.Length {
    fileprivate init(reading node: YAMLNode) throws(YAMLError) {
        let words = try node.nonEmptyText().split(separator: " ")
        guard words.count == 2, let count = Int(words[0]), (1...100_000).contains(count),
            let unit = Unit(rawValue: String(words[1]))
        else { throw node.error("expected a length", hint: "As in 50 characters, or 255 bytes.") }
        self.init(count: count, unit: unit)
    }
}

extension Tool.Example {
    fileprivate init(reading node: YAMLNode) throws(YAMLError) {
        let mapping = try node.mapping()
        try mapping.allowOnly(["contacts", "file"])
        let list = try mapping.required("contacts")
        var contacts: [HandOverContact] = []
        for item in try list.list() { contacts.append(try HandOverContact(reading: item)) }
        guard !contacts.isEmpty else { throw list.error("an example needs a contact") }
        self.contacts = contacts
        file = try mapping.required("file").texts().joined()
    }
}

extension HandOverContact {
    fileprivate init(reading node: YAMLNode) throws(YAMLError) {
        let mapping = try node.mapping()
        try mapping.allowOnly(["address", "first", "last", "full"])
        let typed = try mapping.required("address")
        let text = try typed.nonEmptyText()
        let address: EmailAddress
        do throws(MalformedAddress) { address = try EmailAddress(parsing: text) } catch {
            throw typed.error("this is no address (\(error.reason.rawValue))")
        }
        self.init(
            address: address, firstName: try mapping["first"]?.text(), lastName: try mapping["last"]?.text(),
            fullName: try mapping["full"]?.text())
    }
}
