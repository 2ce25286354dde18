import ArgumentParser
import Consent
import Ledger

/// Notes that due entries of the do-not-mail list were looked at.
struct SuppressReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Note that the due entries of the do-not-mail list were looked at and stay.",
        discussion: """
            As long as you send mail of that kind, they are needed. Entries that are needed
            no more are destroyed by consentgate retention run, if the policy says so.

            Example:
              consentgate suppress review --next 2029-11-01
            """)

    @Option(help: ArgumentHelp("When to look again; in 36 months unless given.", valueName: "day"))
    var next: String?

    @OptionGroup var answering: AnsweringOptions

    func run() throws {
        let next = try Typed.day(next, option: "--next")
        try answering.answer { ledger in
            let count = try ledger.reviewSuppressions(next: next)
            let day = (next ?? ledger.now.advanced(byMonths: Ledger.monthsOfSuppression)).day
            return SuppressionReviewAnswer(count: count ?? 0, next: day)
        }
    }
}
