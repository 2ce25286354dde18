import ArgumentParser
import Consent
import Ledger

/// Takes addresses off the do-not-mail list.
struct SuppressRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Take addresses off the do-not-mail list, because the person wants it or it was a mistake.",
        discussion: """
            From then on nothing keeps such a person off a list that somebody uploads, but
            what the ledger has of them: without an opt-in they are still kept out by every
            policy that asks for one. Tell them so before. A recorded objection stays until
            the person signs up again. The answer is the same whether somebody was on the
            list or not.

            Example:
              consentgate suppress remove ada@example.org --reason own-wish
            """)

    @Argument(help: "Addresses.")
    var addresses: [String]

    @Option(
        help: ArgumentHelp(
            "Why: own-wish if the person wants it and knows what follows, or mistake.", valueName: "reason"),
        completion: .list(SuppressionRemoval.allCases.map(\.rawValue)))
    var reason: String

    @OptionGroup var mail: SuppressionScope
    @OptionGroup var answering: AnsweringOptions

    func run() throws {
        guard let reason = SuppressionRemoval(rawValue: reason) else {
            throw Complaint(
                "The reason \(Typed.quoted(reason)) is not known.",
                hint: "Known are: own-wish for what the person wants, and mistake. It stands in the open log."
            )
        }
        let people = try addresses.map { try Typed.address($0) }
        try answering.answer { ledger in
            let scope = try mail.scope(in: ledger)
            let record = try ledger.unsuppress(people, scope: scope, because: reason)
            return SuppressionChangeAnswer(
                change: .removed, count: people.count, scope: scope, record: record.rid)
        }
    }
}
