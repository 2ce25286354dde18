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

    @OptionGroup var answering: AnsweringOptions

    func run() throws {
        try answering.answer { WordingListAnswer(wordings: $0.wordings) }
    }
}
