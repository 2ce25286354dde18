import CanonicalJSON

/// An answer of the program, apart from how it was come by.
protocol Answer {
    /// For people: whole lines.
    func text(in palette: Palette) -> String
    /// For programs.
    var json: JSONValue { get }
}

/// Lines with a name on the left and what it is on the right.
struct NamedLines {
    private var rows: [(name: String, value: String)] = []

    /// Adds a line; one without a name goes on under the line before it.
    mutating func add(_ name: String, _ value: String) { rows.append((name, value)) }

    /// The lines, the values under each other.
    var text: String {
        let width = rows.map(\.name.count).max() ?? 0
        return rows.map { row in
            row.name + String(repeating: " ", count: width - row.name.count + 2) + row.value + "\n"
        }.joined()
    }
}
