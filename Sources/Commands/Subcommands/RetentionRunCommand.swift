import ArgumentParser
import Gate
import Ledger
import Retention

/// Destroys what is past its time.
struct RetentionRunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Destroy what is past its time, for good.",
        discussion: """
            Records, evidence and keys go as they do in an erasure, but nobody is put on the
            do-not-mail list. Files go that vet wrote and that nobody changed since. At a
            terminal it asks first.

            Exit status 2 and "not yet" say that another program was reading the ledger:
            what was destroyed can be found in its files until that ends. The next command
            finishes it.

            Examples:
              consentgate retention run
              consentgate retention run --yes --json
            """)

    @Flag(help: "Do not ask.")
    var yes = false

    @OptionGroup var judging: PolicyOptions
    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let (ledger, policy) = try judging.open(existing: place)
        let plan = try RetentionPlanner.plan(policy.policy, sha256: policy.sha256, ledger: ledger)
        if !yes, !plan.isEmpty {
            StandardStream.error.writeIfPossible(RetentionPlanAnswer(plan: plan).text(in: .plain))
            try Confirmation.ask(
                "Destroy what is past its time? It cannot be undone.", refusal: "Nothing was destroyed.")
        }
        let result = try RetentionRun(plan, ledger: ledger).run()
        try Terminal.answer(RetentionRunAnswer(result: result), asJSON: form.json)
        if !result.isDestroyed {
            throw Complaint(
                "Not destroyed yet: another program is reading the ledger.",
                hint: "Let it end, then run: consentgate erase --finish")
        }
    }
}
