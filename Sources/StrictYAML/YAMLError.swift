/// A YAML file that could not be read, as a good compiler would say it.
package struct YAMLError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The name of the file, as it was given.
    package var file: String
    /// 1-based.
    package var line: Int
    /// 1-based, counted in Unicode scalars as libyaml does.
    package var column: Int
    /// What is wrong, without a full stop.
    package var message: String
    /// What would be right, if that is known.
    package var hint: String?
    /// The line of the file, without its end; empty where it is not known.
    package var sourceLine: String

    package init(
        file: String, line: Int, column: Int, message: String, hint: String? = nil, sourceLine: String = ""
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.message = Self.printable(message)
        self.hint = hint.map(Self.printable)
        self.sourceLine = Self.printable(sourceLine)
    }

    /// `file:line:column: message`, the line itself with a mark under the place, and the hint.
    package var description: String {
        var text = "\(file):\(line):\(column): \(message)"
        if !sourceLine.isEmpty {
            text += "\n    \(sourceLine)"
            // Where the line is cut off before the place, there is nothing to point at.
            if (1...sourceLine.unicodeScalars.count + 1).contains(column) {
                text += "\n    \(String(repeating: " ", count: column - 1))^"
            }
        }
        if let hint { text += "\n\(hint)" }
        return text
    }

    /// A text in which nothing steers a terminal: a hostile file must not speak with the program's voice.
    private static func printable(_ text: String) -> String {
        var safe = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let steers = scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
            safe.append(steers || scalar.properties.isBidiControl ? "\u{FFFD}" : scalar)
        }
        return String(safe)
    }
}
