import ArgumentParser
import Audit
import CanonicalJSON
import Consent
import Ledger

/// Writes the dossier of one person.
struct AuditSubjectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "subject",
        abstract: "Write everything about one person into a folder: pages, records, evidence and receipts.",
        discussion: """
            Evidence is hashed again for it. The folder holds personal data and is readable by you alone.

            Example:
              consentgate audit subject ada@example.org --out dossier-ada
            """)

    @Argument(help: "The person's address.")
    var address: String

    @Option(help: ArgumentHelp("The folder to make.", valueName: "dir"), completion: .directory)
    var out: String

    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let address = try Typed.address(address)
        let ledger = try place.open(create: false)
        let dossier = try SubjectDossier(of: address, in: ledger)
        try dossier.write(to: out, from: ledger)
        try Terminal.answer(
            DossierAnswer(folder: out, address: address, isEmpty: dossier.isEmpty), asJSON: form.json)
    }
}

/// Where a dossier lies.
private struct DossierAnswer: Answer {
    let folder: String
    let address: EmailAddress
    let isEmpty: Bool

    func text(in palette: Palette) -> String {
        let empty = isEmpty ? " It says that nothing is recorded." : ""
        return
            "\(folder): the dossier of \(address.shortened).\(empty) Check it with: consentgate verify \(folder)\n"
    }

    var json: JSONValue {
        .object(of: [
            "out": .string(folder), "subject": .string(address.shortened), "isEmpty": .boolean(isEmpty),
        ])
    }
}
