/// Lines of comma-separated values (RFC 4180) that no spreadsheet program runs.
enum TrailCSV {
    /// A record with its line end.
    static func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

    /// A cell, with an apostrophe before what a spreadsheet program would take for a formula (OWASP, "CSV Injection").
    private static func cell(_ text: String) -> String {
        let first = text.unicodeScalars.first { $0 != " " }
        let isFormula =
            first.map { "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains($0) } ?? false
        let safe = isFormula ? "'" + text : text
        // By scalars: CR and LF together are one character, which is neither of the two.
        guard safe.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
            return safe
        }
        var quoted = String.UnicodeScalarView()
        for scalar in safe.unicodeScalars {
            if scalar == "\"" { quoted.append(scalar) }
            quoted.append(scalar)
        }
        return "\"\(String(quoted))\""
    }
}
