/// The name of a member or a sheet, fit for a terminal: no controls, no marks of direction, not endless.
struct PrintableName: Hashable, Sendable {
    let text: String

    init(_ name: String) {
        var text = String.UnicodeScalarView()
        for scalar in name.unicodeScalars.prefix(120) {
            text.append(Self.isHarmless(scalar) ? scalar : "\u{FFFD}")
        }
        self.text = String(text) + (name.unicodeScalars.count > 120 ? "…" : "")
    }

    /// Names in a row, the first of them.
    static func list(_ names: [String], most: Int = 20) -> String {
        let shown = names.prefix(most).map { PrintableName($0).text }.joined(separator: ", ")
        return names.count > most ? "\(shown) and \(names.count - most) more" : shown
    }

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
            false
        default: true
        }
    }
}
