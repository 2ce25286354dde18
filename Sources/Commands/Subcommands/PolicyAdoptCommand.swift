import ArgumentParser
import CanonicalJSON
import Consent
import Files
import Gate
import Ledger
import Policies

/// Makes a policy the one by which lists are vetted here.
struct PolicyAdoptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: "Adopt a policy: its digest and its whole text go into the log, and vet judges by it.",
        discussion: """
            The examples beside it must be as expected. Every certificate names the adopted
            policy; a list that is vetted by another one says so. A file is copied into the
            ledger's folder, where it is found by name.

            Example:
              consentgate policy adopt our-policy.yaml
            """)

    @Argument(help: "A name or a file.", completion: .list(ShippedPolicies.names))
    var policy: String

    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let home = try place.place()
        let chosen = try PolicyChoice.resolve(policy, home: home)
        let shelf = PolicyShelf(home: home)
        let examples =
            try shelf.hasExamples(for: chosen, wanted: policy)
            ? shelf.examples(for: chosen, wanted: policy) : nil
        if let failures = examples?.run(against: chosen.policy).failures, !failures.isEmpty {
            throw Complaint(
                "\(failures.count) of its examples are not as expected.",
                hint: "See them with: consentgate policy test \(policy)")
        }
        let ledger = try place.open(create: true)
        if case .file(let path) = chosen.source { try shelf.install(chosen, from: path, ledger: ledger) }
        let before = ledger.adoptedPolicy
        let adopted = try ledger.adopt(
            policy: chosen.policy.id, sha256: chosen.sha256, files: PolicyDigest.files(of: chosen.policy))
        try Terminal.answer(
            AdoptionAnswer(adopted: adopted, before: before, isTested: examples != nil), asJSON: form.json)
    }
}

/// Which policy is in force now.
private struct AdoptionAnswer: Answer {
    let adopted: AdoptedPolicy
    let before: AdoptedPolicy?
    let isTested: Bool

    func text(in palette: Palette) -> String {
        var lines = NamedLines()
        lines.add(before == adopted ? "known" : "adopted", adopted.id)
        lines.add("sha256", adopted.sha256)
        lines.add("entry", "\(adopted.index), \(adopted.at)")
        lines.add("files", "\(adopted.files.count)")
        if let before, before != adopted { lines.add("before", "\(before.id) (since \(before.at.day))") }
        return lines.text
            + (isTested ? "" : "note: no examples lie beside it, so that nobody has tested it.\n")
    }

    var json: JSONValue {
        .object(of: [
            "id": .string(adopted.id), "sha256": .string(adopted.sha256),
            "at": .string(adopted.at.description),
            "record": .string(adopted.rid.description), "isNew": .boolean(before != adopted),
            "isTested": .boolean(isTested),
            "files": .array(
                adopted.files.map { .object(of: ["name": .string($0.name), "sha256": .string($0.sha256)]) }),
        ])
    }
}
