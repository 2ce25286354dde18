import ArgumentParser

/// The public side of the ledger.
struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Hand out the public log and the key that verifies it.",
        discussion: """
            Example:
              consentgate log key
            """,
        subcommands: [LogExportCommand.self, LogKeyCommand.self, LogExplainCommand.self])
}
