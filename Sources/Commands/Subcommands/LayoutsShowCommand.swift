import ArgumentParser
import Origins
import Suggestions

/// Shows what is known of one layout.
struct LayoutsShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract:
            "Show what is known of a tool's list: its columns, what they mean, what counts as an opt-in.",
        discussion: """
            Example:
              consentgate layouts show mailchimp
            """)

    @Argument(help: "The id of a layout, as `layouts list` shows it.")
    var id: String

    @OptionGroup var form: AnswerOptions

    func run() throws {
        let layouts = try LayoutCatalogue.shipped.layouts
        guard let layout = layouts.first(where: { $0.id == id }) else {
            let nearest = nearestName(to: id, among: layouts.map(\.id))
            throw Complaint(
                "there is no layout \"\(id)\"",
                hint: nearest.map { "Did you mean \"\($0)\"?" } ?? "`consentgate layouts list` names all.")
        }
        try Terminal.answer(LayoutAnswer(layout: layout), asJSON: form.json)
    }
}
