import ArgumentParser
import Ledger

/// Says what the do-not-mail list holds.
struct SuppressListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Say how many are on the do-not-mail list, for what, why and since when.",
        discussion: """
            The addresses cannot be had: the list holds keyed traces alone. Whether one
            address is on it, a vetting of a list with that address tells.

            Examples:
              consentgate suppress list
              consentgate suppress list --due
            """)

    @Flag(help: "Only entries of which somebody is to ask now whether they are still needed.")
    var due = false

    @OptionGroup var answering: AnsweringOptions

    func run() throws {
        try answering.answer { SuppressionListAnswer(summary: try $0.suppressions(), isDueOnly: due) }
    }
}
