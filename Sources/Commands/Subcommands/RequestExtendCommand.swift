import ArgumentParser
import Ledger

/// Puts the answer to a request off.
struct RequestExtendCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extend",
        abstract: "Put the answer to a request off by two months, with the reason that the person was told.",
        discussion: """
            Possible once, within the first month, where requests are many or difficult
            (Art. 12(3) GDPR). Tell the person first.

            Example:
              consentgate request extend ada@example.org \\
                  --reason "letters of 2019 are in the archive; told her on 20 November"
            """)

    @OptionGroup var chosen: RequestOptions

    @Option(help: ArgumentHelp("Why, as the person was told.", valueName: "text"))
    var reason: String

    @OptionGroup var answering: AnsweringOptions

    func run() throws {
        try answering.answer { ledger in
            let request = try ledger.extendRequest(try chosen.request(in: ledger).rid, reason: reason)
            return RequestAnswerLines(request: request, now: ledger.now)
        }
    }
}
