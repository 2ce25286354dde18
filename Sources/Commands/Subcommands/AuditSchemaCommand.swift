import ArgumentParser
import Audit

/// Prints the JSON Schema of a dossier's data.
struct AuditSchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print what dossier.json must look like, as a JSON Schema (draft 2020-12).",
        discussion: """
            Example:
              consentgate audit schema subject > subject.schema.json
            """)

    @Argument(
        help: "Which dossier: subject or list.", completion: .list(DossierSchema.allCases.map(\.rawValue)))
    var name: String

    func run() throws {
        guard let schema = DossierSchema(rawValue: name) else {
            throw Complaint(
                "There is no dossier of the kind \(Typed.quoted(name)).", hint: "Known are: subject, list.")
        }
        try Terminal.answer(schema.text)
    }
}
