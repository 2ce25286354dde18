import Yams

/// A file being read: makes errors that name the place and show the line.
struct YAMLSource: Sendable {
    let file: String
    let lines: [Substring]
    let firstLine: Int

    init(file: String, text: String, firstLine: Int) {
        self.file = file
        self.lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        self.firstLine = firstLine
    }

    func error(_ line: Int, _ column: Int, _ message: String, hint: String? = nil) -> YAMLError {
        let index = line - 1
        let shown = lines.indices.contains(index) ? String(lines[index].prefix(200)) : ""
        let text = shown.last == "\r" ? String(shown.dropLast()) : shown
        return YAMLError(
            file: file, line: line + firstLine - 1, column: column, message: message, hint: hint,
            sourceLine: text)
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
