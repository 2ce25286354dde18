import ArgumentParser

/// Trails for people who must be shown.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Hand over the trail of a person, of the ledger, or of one vetted list.",
        discussion: """
            Example:
              consentgate audit subject ada@example.org --out dossier-ada
            """,
        subcommands: [
            AuditSubjectCommand.self, AuditLedgerCommand.self, AuditListCommand.self, AuditSchemaCommand.self,
        ])
}
