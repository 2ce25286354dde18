import ArgumentParser
import Consent
import Gate
import Ledger

/// What every act but a yes is told with: an end of a permission, or something beside it.
struct StopOptions: ParsableArguments {
    @Argument(help: "The person's address.")
    var address: String

    @Option(help: ArgumentHelp("When it happened, RFC 3339 with its zone, or now.", valueName: "time"))
    var at: String?

    @Option(help: ArgumentHelp("Why, in your words.", valueName: "text"))
    var reason: String?

    @OptionGroup var judging: PolicyOptions
    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    /// Records the act and answers.
    ///
    /// - Parameter purpose: As typed; nil for all mail.
    func record(_ kind: EventKind, purpose: String?) throws {
        let address = try Typed.address(address)
        let occurredAt = try Typed.time(at)
        let (ledger, policy) = try judging.open(place)
        let wanted = try purpose.map { try Typed.purpose($0, in: ledger) } ?? .everything
        var act = SubjectAct(kind, address: address, purpose: wanted)
        act.occurredAt = occurredAt
        act.reason = reason
        try Terminal.answer(Recording(ledger: ledger, policy: policy).record(act), asJSON: form.json)
    }
}
