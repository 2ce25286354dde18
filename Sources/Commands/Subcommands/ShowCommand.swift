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
            With --clock occurred it leaves out what happened later: what held on that day,
            as is known today? The policy that was in force then is asked, too. Whether the
            address is on the do-not-mail list, and why, is told also where nothing is
            recorded.

            Example:
              consentgate show ada@example.org --as-of 2026-04-04T00:00:00Z
            """)

    @Argument(help: "The person's address.")
    var address: String

    @OptionGroup var past: AsOfOptions
    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let address = try Typed.address(address)
        let asOf = try past.moment()
        let ledger = try place.open(create: false)
        var timeline = Timeline(
            of: address, history: try ledger.history(of: address), purposes: ledger.purposes, asOf: asOf)
        try timeline.lookUp(in: ledger)
        if let asOf { try timeline.judge(by: ledger, asOf: asOf) }
        try Terminal.answer(timeline, asJSON: form.json)
    }
}
