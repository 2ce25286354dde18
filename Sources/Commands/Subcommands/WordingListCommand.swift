import ArgumentParser
import Ledger

/// Lists what was published.
struct WordingListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the published wordings.",
        discussion: """
            Example:
              consentgate wording list --json
            """)

    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let ledger = try place.open(create: false)
        try Terminal.answer(WordingListAnswer(wordings: ledger.wordings), asJSON: form.json)
    }
}
