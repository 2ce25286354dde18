internal import StrictYAML

extension ClaimRule {
    /// Reads the key `claim` of a layout.
    ///
    /// | key | what |
    /// | --- | --- |
    /// | `time`, `ip` | columns of the sign-up |
    /// | `confirmed time`, `confirmed ip` | columns of the confirmation |
    /// | `form` | columns that name a form or a source; one must tell of a way by which people come themselves |
    /// | `method`, `wording` | columns that tell single from double, and what the person was shown |
    /// | `requires` | columns that must be filled; of an inner list one |
    /// | `values`, `unless` | column to the values that it must, or must not, hold |
    /// | `differs` | pairs of columns that must not hold the same |
    /// | `box` | whether a box of consent must be ticked |
    /// | `shared` | columns that imports fill too |
    /// | `never` | columns that are no consent |
    init(reading node: YAMLNode) throws(YAMLError) {
        let mapping = try node.mapping()
        try mapping.allowOnly([
            "time", "ip", "confirmed time", "confirmed ip", "form", "method", "wording", "requires", "values",
            "unless", "differs", "box", "shared", "never",
        ])
        time = try mapping["time"]?.columnLabels() ?? []
        ip = try mapping["ip"]?.columnLabels() ?? []
        confirmedTime = try mapping["confirmed time"]?.columnLabels() ?? []
        confirmedIP = try mapping["confirmed ip"]?.columnLabels() ?? []
        form = try mapping["form"]?.columnLabels() ?? []
        method = try mapping["method"]?.columnLabels() ?? []
        wording = try mapping["wording"]?.columnLabels() ?? []
        for item in try mapping["requires"]?.list() ?? [] { requires.append(try item.columnLabels()) }
        values = try Self.expectations(mapping["values"])
        unless = try Self.expectations(mapping["unless"])
        for item in try mapping["differs"]?.list() ?? [] {
            let pair = try item.columnLabels()
            guard pair.count == 2 else {
                throw item.error("a pair of columns is needed, found \(pair.count)")
            }
            differs.append(pair)
        }
        needsBox = try mapping["box"]?.boolean() ?? false
        shared = try mapping["shared"]?.columnLabels() ?? []
        never = try mapping["never"]?.columnLabels() ?? []
    }

    private static func expectations(_ node: YAMLNode?) throws(YAMLError) -> [Expectation] {
        var result: [Expectation] = []
        for (key, value) in try node?.mapping().pairs ?? [] {
            // Several names of one column stand in one key, parted by bars.
            result.append(
                Expectation(columns: try key.alternativeLabels(), words: try CellWords(reading: value)))
        }
        return result
    }
}

extension YAMLNode {
    /// One name of a column or a list of them, as written.
    func columnLabels() throws(YAMLError) -> [String] {
        var result: [String] = []
        if case .scalar = kind {
            _ = try columnName()
            return [try text()]
        }
        for item in try list() {
            _ = try item.columnName()
            result.append(try item.text())
        }
        return result
    }

    /// Names of one column in a key, parted by ` | `.
    func alternativeLabels() throws(YAMLError) -> [String] {
        let labels = try nonEmptyText().split(separator: " | ").map(String.init)
        for label in labels where ColumnName(label).isEmpty {
            throw error("a column's name needs a letter or a digit")
        }
        return labels
    }
}
