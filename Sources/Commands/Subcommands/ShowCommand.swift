import ArgumentParser
import Consent
import Ledger

/// Shows the timeline of one person.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show what is recorded of a person, in both clocks, and what holds and why.",
        discussion: """
            --as-of leaves out what the ledger learnt later: what did it know on that day?

            Example:
              consentgate show ada@example.org --as-of 2026-04-04T00:00:00Z
            """)

    @Argument(help: "The person's address.")
    var address: String

    @Option(help: ArgumentHelp("What the ledger knew then, RFC 3339 with its zone.", valueName: "time"))
    var asOf: String?

    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let address = try Typed.address(address)
        let asOf = try Typed.time(asOf, option: "--as-of")
        let ledger = try place.open(create: false)
        let timeline = Timeline(
            of: address, history: try ledger.history(of: address), purposes: ledger.purposes, asOf: asOf)
        try Terminal.answer(timeline, asJSON: form.json)
    }
}
