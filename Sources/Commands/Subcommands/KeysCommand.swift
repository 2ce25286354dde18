import ArgumentParser

/// What is done with the keys of a ledger.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Change the keys of the ledger.",
        discussion: """
            Example:
              consentgate keys rotate kek
            """,
        subcommands: [KeysRotateCommand.self])
}
