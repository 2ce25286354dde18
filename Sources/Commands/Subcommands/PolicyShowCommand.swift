import ArgumentParser
import CanonicalJSON
import Gate
import Policies

/// Shows the file of a policy.
struct PolicyShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show the file of a policy, to read or to begin your own with.",
        discussion: """
            Example:
              consentgate policy show gdpr --shipped > our-policy.yaml
            """)

    @Argument(help: "A name or a file.", completion: .list(ShippedPolicies.names))
    var name: String

    @Flag(help: "Show the policy as it came with the program, whatever lies in the ledger's folder.")
    var shipped = false

    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let chosen = try PolicyChoice.resolve(name, home: shipped ? nil : place.place())
        try Terminal.answer(PolicyText(chosen: chosen), asJSON: form.json)
    }
}

/// A policy as its file says it.
private struct PolicyText: Answer {
    let chosen: ChosenPolicy

    func text(in palette: Palette) -> String { chosen.policy.text }

    var json: JSONValue {
        let rules = chosen.policy.rules.map { rule in
            JSONValue.object(of: [
                "id": .string(rule.id), "slug": .string(rule.slug), "effect": .string(rule.effect.rawValue),
                "reason": .string(rule.reason), "law": .string(rule.law), "cure": .string(rule.cure),
                "override": .string(rule.override.rawValue),
                "facts": .array(rule.facts.map { .string($0.name) }),
            ])
        }
        return .object(of: [
            "id": .string(chosen.policy.id), "title": .string(chosen.policy.title),
            "source": .string(chosen.source.name), "sha256": .string(chosen.sha256),
            "retention": .object(
                chosen.policy.retention.written.sorted { $0.key < $1.key }.map { .init($0, .string($1)) }),
            "rules": .array(rules),
        ])
    }
}
