import ArgumentParser
import Gate
import Policies

/// Runs the examples beside policies.
struct PolicyTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run the examples that lie beside a policy, or beside every policy.",
        discussion: """
            The examples of rules.yaml lie in rules.examples.yaml. Exit status 1 if one is not as expected.

            Example:
              consentgate policy test our-policy.yaml
            """)

    @Argument(
        help: "A name or a file; every named policy unless given.", completion: .list(ShippedPolicies.names))
    var policy: String?

    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let home = try place.place()
        let shelf = PolicyShelf(home: home)
        let results = try (policy.map { [$0] } ?? shelf.names).map { name in
            let chosen = try PolicyChoice.resolve(name, home: home)
            let examples = try shelf.examples(for: chosen, wanted: name)
            return PolicyTestAnswer.Result(chosen: chosen, report: examples.run(against: chosen.policy))
        }
        let answer = PolicyTestAnswer(results: results)
        try Terminal.answer(answer, asJSON: form.json)
        if !answer.isAsExpected { throw ExitCode(1) }
    }
}
