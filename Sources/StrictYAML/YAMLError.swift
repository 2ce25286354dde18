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
        self.message = message
        self.hint = hint
        self.sourceLine = sourceLine
    }

    /// `file:line:column: message`, the line itself with a mark under the place, and the hint.
    package var description: String {
        var text = "\(file):\(line):\(column): \(message)"
        if !sourceLine.isEmpty {
            text += "\n    \(sourceLine)\n    \(String(repeating: " ", count: max(0, column - 1)))^"
        }
        if let hint { text += "\n\(hint)" }
        return text
    }
}
