import ArgumentParser
import CanonicalJSON
import HandOver

/// Lists the tools.
struct ToolsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the newsletter tools that vet --to knows.",
        discussion: """
            Example:
              consentgate tools list
            """)

    @OptionGroup var form: AnswerOptions

    func run() throws {
        try Terminal.answer(
            ToolListAnswer(tools: try ToolCatalogue.shipped.tools), asJSON: form.json)
    }
}

/// The tools, with the columns of each.
private struct ToolListAnswer: Answer {
    let tools: [Tool]

    func text(in palette: Palette) -> String {
        var lines = NamedLines()
        for tool in tools {
            lines.add(
                tool.id,
                "\(tool.title): \(tool.columns.map(\.name).joined(separator: ", ")) (.\(tool.ending.rawValue))"
            )
        }
        return lines.text
    }

    var json: JSONValue {
        .object(of: [
            "tools": .array(
                tools.map { .object(of: ["id": .string($0.id), "title": .string($0.title)]) })
        ])
    }
}
