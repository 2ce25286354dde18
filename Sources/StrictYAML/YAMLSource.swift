import Yams

/// A file being read: makes errors that name the place and show the line.
///
/// One object for all values of a file, so that a value costs one reference to it.
final class YAMLSource: Sendable {
    let file: String
    let text: String
    let firstLine: Int

    init(file: String, text: String, firstLine: Int) {
        self.file = file
        self.text = text
        self.firstLine = firstLine
    }

    func error(_ line: Int, _ column: Int, _ message: String, hint: String? = nil) -> YAMLError {
        YAMLError(
            file: file, line: line + firstLine - 1, column: column, message: message, hint: hint,
            sourceLine: shown(line))
    }

    /// The beginning of a line; looked for only when an error shows it.
    private func shown(_ line: Int) -> String {
        guard line > 0 else { return "" }
        var rest = text.utf8[...]
        for _ in 1..<line {
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return "" }
            rest = rest[rest.index(after: end)...]
        }
        let whole = Substring(rest.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") })
        return String(whole.prefix(200))
    }

    func error(from error: YamlError) -> YAMLError {
        switch error {
        case .scanner(_, let problem, let mark, _):
            let hint =
                problem.contains("cannot start any token")
                ? "Indent with spaces, not tabs; put such text in quotes." : nil
            return self.error(mark.line, mark.column, problem, hint: hint)
        case .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            return self.error(mark.line, mark.column, problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            let name = duplicates.first ?? ""
            return self.error(
                context.mark.line, context.mark.column, "the key \"\(name)\" stands twice in this mapping",
                hint: "Keep one of them.")
        case .reader(let problem, _, _, _):
            return self.error(1, 1, problem)
        default:
            return self.error(1, 1, "the file cannot be read as YAML")
        }
    }
}
