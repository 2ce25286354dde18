internal import StrictYAML

/// What in one column of a tool's list says that a contact must not be mailed.
///
/// Read from the key `stops` of a layout: a column to kinds, each with its values, or `filled` where anything in
/// the column but a no is a stop.
package struct StopRule: Sendable, Hashable {
    /// The names under which the column goes.
    package let columns: [String]
    /// Kinds that any content means.
    package let whenFilled: [StopKind]
    /// Kinds that some values mean.
    package let values: [StopKind: CellWords]

    init(columns: [String], whenFilled: [StopKind] = [], values: [StopKind: CellWords] = [:]) {
        self.columns = columns
        self.whenFilled = whenFilled
        self.values = values
    }

    /// Reads the value of `stops`.
    static func list(reading node: YAMLNode?) throws(YAMLError) -> [StopRule] {
        var result: [StopRule] = []
        for (key, value) in try node?.mapping().pairs ?? [] {
            var whenFilled: [StopKind] = []
            var values: [StopKind: CellWords] = [:]
            for (name, content) in try value.mapping().pairs {
                let kind = try name.name(of: StopKind.self, what: "stop")
                if case .scalar(let text, _) = content.kind {
                    guard text == "filled" else {
                        throw content.error(
                            "expected a list of values, or filled", hint: "Write [\(text)] for one value.")
                    }
                    whenFilled.append(kind)
                } else {
                    values[kind] = try CellWords(reading: content)
                }
            }
            result.append(
                StopRule(columns: try key.alternativeLabels(), whenFilled: whenFilled, values: values))
        }
        return result
    }

    /// What a cell of the column means; nothing if it may be mailed.
    func kinds(of cell: String, isAffirmed: Bool) -> [StopKind] {
        StopKind.allCases.filter { kind in
            (isAffirmed && whenFilled.contains(kind)) || values[kind]?.fits(cell) == true
        }
    }
}
