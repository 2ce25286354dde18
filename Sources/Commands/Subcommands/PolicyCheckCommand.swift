import ArgumentParser
import CanonicalJSON
import Files
import Policies

/// Reads a policy file and says what is wrong with it.
struct PolicyCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a policy file: file, line and column of what is wrong, as a compiler would say it.",
        discussion: """
            A policy that would let a LinkedIn-sourced contact without an opt-in pass is refused. Exit status 2.

            Example:
              consentgate policy check our-policy.yaml
            """)

    @Argument(help: "The file of the policy.", completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let bytes = try InputFile.contents(of: file, limit: 1 << 20)
        let policy: Policy
        do throws(PolicyError) {
            policy = try Policy(parsing: String(decoding: bytes, as: UTF8.self), file: file)
        } catch {
            // No name of the program before it, so that editors find the place.
            StandardStream.error.writeIfPossible(error.description + "\n")
            throw ExitCode(2)
        }
        try Terminal.answer(PolicyCheckAnswer(file: file, policy: policy), asJSON: form.json)
    }
}

/// A policy file that is in order.
private struct PolicyCheckAnswer: Answer {
    let file: String
    let policy: Policy

    func text(in palette: Palette) -> String {
        "\(file): \(policy.id), \(policy.rules.count) rules, \(palette.paint("ok", .good))\n"
    }

    var json: JSONValue {
        .object(of: [
            "file": .string(file), "id": .string(policy.id),
            "rules": .integer(Int64(policy.rules.count)), "isValid": .boolean(true),
        ])
    }
}
