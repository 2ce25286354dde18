import ArgumentParser
import CanonicalJSON
import Consent
import Origins

/// Lists the layouts that are recognised.
struct LayoutsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the tools whose lists are recognised, and what their columns say of the contacts.",
        discussion: """
            Example:
              consentgate layouts list
            """)

    @OptionGroup var form: AnswerOptions

    func run() throws {
        try Terminal.answer(LayoutListAnswer(layouts: LayoutCatalogue.shipped.layouts), asJSON: form.json)
    }
}

/// All layouts, a line for each.
private struct LayoutListAnswer: Answer {
    let layouts: [Layout]

    func text(in palette: Palette) -> String {
        var lines = NamedLines()
        for layout in layouts {
            let origin = layout.implication.map { " (\($0.origin.rawValue), \($0.strength.rawValue))" }
            lines.add(layout.id, layout.title + (origin ?? ""))
        }
        return lines.text
    }

    var json: JSONValue {
        .object(of: ["layouts": .array(layouts.map { LayoutAnswer(layout: $0).brief })])
    }
}
