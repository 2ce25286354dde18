import ArgumentParser
import Gate
import Policies

/// Runs the examples beside policies.
struct PolicyTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run the examples that lie beside a policy, or beside every policy.",
        discussion: """
            The examples of rules.yaml lie in rules.examples.yaml; a policy that builds on
            the catalogue is held against the catalogue's examples too. Told are the
            examples that are not as expected, and what no example reaches: each rule should
            fire in one and be silent in one, each test of a condition should hold in one
            and fail in one, and each rule of the policy's own should be told in one of its
            own. Exit status 1 if anything is missing.

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
            let report = examples.run(
                against: chosen.policy,
                lists: try examples.lists.map { try ListExampleRun($0, policy: chosen).result() },
                catalogue: chosen.policy.isOverCatalogue ? try CatalogueExamples.shipped() : [])
            return PolicyTestAnswer.Result(chosen: chosen, report: report)
        }
        let answer = PolicyTestAnswer(results: results)
        try Terminal.answer(answer, asJSON: form.json)
        if !answer.isAsExpected { throw ExitCode(1) }
    }
}
