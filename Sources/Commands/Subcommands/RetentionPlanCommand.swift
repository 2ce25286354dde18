import ArgumentParser
import Gate
import Ledger
import Retention

/// Says what is past its time.
struct RetentionPlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Say what will go, when and why; nothing is changed.",
        discussion: """
            Examples:
              consentgate retention plan
              consentgate retention plan --policy uk-pecr --json
            """)

    @OptionGroup var judging: PolicyOptions
    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let (ledger, policy) = try judging.open(existing: place)
        let plan = try RetentionPlanner.plan(policy.policy, sha256: policy.sha256, ledger: ledger)
        try Terminal.answer(RetentionPlanAnswer(plan: plan), asJSON: form.json)
    }
}
