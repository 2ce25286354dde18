import ArgumentParser
import Files
import Gate
import Policies

/// Reads a policy and says what is wrong with it, and what is odd.
struct PolicyCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a policy: file, line and column of what is wrong, as a compiler would say it.",
        discussion: """
            A policy that would let a LinkedIn-sourced contact without an opt-in pass is
            refused. Exit status 2. Warned of are rules that can never fire or never decide,
            and conditions of which a part says nothing. Exit status 0 with warnings; 1 with
            --strict.

            Example:
              consentgate policy check our-policy.yaml
            """)

    @Argument(help: "A file or a name.", completion: .file(extensions: ["yaml", "yml"]))
    var policy: String

    @Flag(help: "End with exit status 1 if there is a warning.")
    var strict = false

    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let chosen: ChosenPolicy
        do {
            chosen = try PolicyChoice.resolve(wanted, home: place.place())
        } catch let error as PolicyError {
            guard error.line > 0 else { throw error }
            // No name of the program before it, so that editors find the place.
            StandardStream.error.writeIfPossible(error.description + "\n")
            throw ExitCode(2)
        }
        let answer = PolicyCheckAnswer(
            name: policy, policy: chosen.policy, analysis: chosen.policy.analysis())
        try Terminal.answer(answer, asJSON: form.json)
        if strict, !answer.analysis.remarks.isEmpty { throw ExitCode(1) }
    }

    /// A file that does not look like one is still a file.
    private var wanted: String {
        let looksLikeFile = policy.contains("/") || policy.hasSuffix(".yaml") || policy.hasSuffix(".yml")
        return !looksLikeFile && PrivateFile.exists(policy) ? "./" + policy : policy
    }
}
