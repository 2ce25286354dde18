import ArgumentParser
import Ledger
import Origins

/// Lists what is remembered.
struct SourceListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the remembered lists: since when, until when, and how many people.",
        discussion: """
            Example:
              consentgate source list --json
            """)

    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let ledger = try place.open(create: false)
        let answer = SourceListAnswer(sources: try ledger.sources(), catalogue: try LayoutCatalogue.shipped)
        try Terminal.answer(answer, asJSON: form.json)
    }
}
