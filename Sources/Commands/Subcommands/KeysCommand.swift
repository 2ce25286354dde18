import ArgumentParser

/// What is done with the keys of a ledger.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Change and protect the keys of the ledger.",
        discussion: """
            Examples:
              consentgate keys rotate kek
              consentgate keys rotate log
              consentgate keys protect --passphrase
            """,
        subcommands: [KeysRotateCommand.self, KeysProtectCommand.self])
}
