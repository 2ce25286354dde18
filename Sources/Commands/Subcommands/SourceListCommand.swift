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

    @OptionGroup var answering: AnsweringOptions

    func run() throws {
        try answering.answer { ledger in
            SourceListAnswer(sources: try ledger.sources(), catalogue: try LayoutCatalogue.shipped)
        }
    }
}
