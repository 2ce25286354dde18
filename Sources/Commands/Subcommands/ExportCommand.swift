import ArgumentParser

/// Copies for the people that the ledger is about.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Hand a person a copy of everything that is held about them.",
        discussion: """
            Example:
              consentgate export subject ada@example.org --out for-ada
            """,
        subcommands: [ExportSubjectCommand.self])
}
