import ArgumentParser
import Audit
import CanonicalJSON
import Consent
import Ledger

/// Writes the dossier of one person.
struct AuditSubjectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "subject",
        abstract: "Write everything about one person: pages, records, evidence and receipts.",
        discussion: """
            Evidence is hashed again for it. The folder or archive holds personal data and
            is readable by you alone. That it was made is recorded in the person's history,
            with --case. With --as-of it says what held at a moment of the past; its proofs
            are of today.

            Examples:
              consentgate audit subject ada@example.org --out dossier-ada
              consentgate audit subject ada@example.org --zip ada.zip \\
                  --case "Art. 15 request of 3 May"
              consentgate audit subject ada@example.org --out then \\
                  --as-of 2026-04-04T00:00:00Z --clock occurred
            """)

    @Argument(help: "The person's address.")
    var address: String

    @OptionGroup var goal: DossierOptions
    @OptionGroup var past: AsOfOptions
    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func validate() throws {
        guard goal.place != nil else {
            throw ValidationError("Say where the dossier goes, with --out or --zip.")
        }
    }

    func run() throws {
        guard let goal = goal.place else { return }
        let address = try Typed.address(address)
        let asOf = try past.moment()
        let ledger = try place.open(create: false)
        let notes = try DossierPreparation(ledger: ledger, caseText: self.goal.caseText, asOf: asOf)
            .notes(of: address)
        let dossier = try SubjectDossier(of: address, in: ledger, notes: notes)
        try dossier.handOver(to: goal, from: ledger)
        try Terminal.answer(
            SubjectDossierAnswer(place: goal, address: address, isEmpty: dossier.isEmpty, asOf: asOf),
            asJSON: form.json)
    }
}

/// Where the dossier of a person lies.
private struct SubjectDossierAnswer: Answer {
    let place: DossierPlace
    let address: EmailAddress
    let isEmpty: Bool
    let asOf: AsOf?

    func text(in palette: Palette) -> String {
        let empty = isEmpty ? " It says that nothing is recorded." : ""
        let moment = asOf.map { ", \($0)" } ?? ""
        return "\(place.path): the dossier of \(address.shortened)\(moment).\(empty) "
            + "Check it with: consentgate verify \(place.path)\n"
    }

    var json: JSONValue {
        .object(of: [
            "out": .string(place.path), "subject": .string(address.shortened),
            "asOf": asOf.map { .string($0.moment.description) },
            "clock": asOf.map { .string($0.clock.rawValue) }, "isEmpty": .boolean(isEmpty),
        ])
    }
}
