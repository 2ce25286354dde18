import ArgumentParser
import Ledger

/// Forgets a list.
struct SourceRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract:
            "Forget a remembered list: its fingerprints are destroyed, and the log says that it counts no more.",
        discussion: """
            Example:
              consentgate source remove 3f2a90c1
            """)

    @Argument(help: "The id of the source, or its first digits, as source list shows them.")
    var id: String

    @OptionGroup var answering: AnsweringOptions

    func run() throws {
        try answering.answer { ledger in
            let source = try Typed.source(id, in: ledger)
            try ledger.removeSource(source.source.rid)
            return SourceRemovedAnswer(source: source)
        }
    }
}
