import ArgumentParser
import CanonicalJSON
import Gate
import Policies

/// Lists the policies that have names.
struct PolicyListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the policies: those of the ledger's home and those of the program.",
        discussion: """
            Example:
              consentgate policy list
            """)

    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let home = try place.place()
        let policies = try PolicyShelf(home: home).names.map { try PolicyChoice.resolve($0, home: home) }
        try Terminal.answer(PolicyListAnswer(policies: policies), asJSON: form.json)
    }
}

/// Policies, and where each was found.
private struct PolicyListAnswer: Answer {
    let policies: [ChosenPolicy]

    func text(in palette: Palette) -> String {
        var lines = NamedLines()
        for chosen in policies {
            let isDefault = chosen.policy.id == ShippedPolicies.defaultName ? ", the default" : ""
            let count = chosen.policy.rules.count
            lines.add(
                chosen.policy.id, "\(chosen.policy.title) (\(chosen.source.name), \(count) rules\(isDefault))"
            )
        }
        return lines.text
    }

    var json: JSONValue {
        .object(of: [
            "policies": .array(
                policies.map { chosen in
                    .object(of: [
                        "id": .string(chosen.policy.id), "title": .string(chosen.policy.title),
                        "source": .string(chosen.source.name), "sha256": .string(chosen.sha256),
                        "rules": .integer(Int64(chosen.policy.rules.count)),
                        "isDefault": .boolean(chosen.policy.id == ShippedPolicies.defaultName),
                    ])
                })
        ])
    }
}
