import ArgumentParser
import Consent
import Ledger

/// Puts addresses on the do-not-mail list.
struct SuppressAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Put addresses on the do-not-mail list.",
        discussion: """
            An address holds for its mailbox: +tags, and at Gmail dots, make no difference.
            The answer is the same whether somebody was on the list or not. An objection of
            the person's own is recorded with consentgate object, which keeps its
            circumstances too.

            Examples:
              consentgate suppress add ada@example.org
              consentgate suppress add ada@example.org bob@example.org \\
                  --purpose newsletter --since 2026-09-01
            """)

    @Argument(help: "Addresses.")
    var addresses: [String]

    @OptionGroup var days: SuppressionDays
    @OptionGroup var mail: SuppressionScope
    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let people = try addresses.map { try Typed.address($0) }
        let since = try days.since()
        let review = try days.review()
        let ledger = try place.open(create: true)
        let scope = try mail.scope(in: ledger)
        let record = try ledger.suppress(people, scope: scope, since: since, review: review)
        let first = since ?? ledger.now
        try Terminal.answer(
            SuppressionChangeAnswer(
                change: .added, count: people.count, scope: scope, record: record.rid,
                since: first.day,
                review: (review ?? first.advanced(byMonths: Ledger.monthsOfSuppression)).day),
            asJSON: form.json)
    }
}
