import ArgumentParser
import CanonicalJSON
import HandOver

/// Shows a tool.
struct ToolsShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show what a newsletter tool imports, what to choose there, and where that is documented.",
        discussion: """
            Example:
              consentgate tools show mailchimp
            """)

    @Argument(help: "The tool.", completion: .list(ToolCatalogue.names))
    var tool: String

    @OptionGroup var form: AnswerOptions

    func run() throws {
        try Terminal.answer(
            ToolAnswer(tool: try ToolCatalogue.shipped.tool(tool)), asJSON: form.json)
    }
}

/// What is known of a tool.
private struct ToolAnswer: Answer {
    let tool: Tool

    func text(in palette: Palette) -> String {
        var text = palette.paint("\(tool.title) (\(tool.id), .\(tool.ending.rawValue))", .strong) + "\n"
        var lines = NamedLines()
        for (number, column) in tool.columns.enumerated() {
            lines.add(number == 0 ? "  columns" : "", "\(column.name): \(Self.content(of: column))")
        }
        if let most = tool.limits.contacts { lines.add("  limit", "\(most) contacts") }
        if let most = tool.limits.bytes { lines.add("  limit", "\(most) bytes") }
        text += lines.text + ToolAdvice(tool: tool).text
        for evidence in tool.evidence {
            text +=
                "\n\(evidence.source) (\(evidence.date), \(evidence.grade.rawValue))\n  \(evidence.says)\n"
        }
        return text
    }

    private static func content(of column: ToolColumn) -> String {
        if case .constant(let text) = column.content { return "always \(text)" }
        return column.content.word
    }

    var json: JSONValue {
        .object(of: [
            "id": .string(tool.id), "title": .string(tool.title), "ending": .string(tool.ending.rawValue),
            "columns": .array(
                tool.columns.map { column in
                    .object(of: ["name": .string(column.name), "takes": .string(column.content.word)])
                }),
            "contacts": tool.limits.contacts.map { .integer(Int64($0)) },
            "bytes": tool.limits.bytes.map { .integer(Int64($0)) },
            "choose": .array(tool.instructions.map { .string($0) }),
            "beware": .array(tool.warnings.map { .string($0) }),
            "evidence": .array(
                tool.evidence.map { evidence in
                    .object(of: [
                        "source": .string(evidence.source), "date": .string(evidence.date),
                        "grade": .string(evidence.grade.rawValue), "says": .string(evidence.says),
                    ])
                }),
        ])
    }
}
