import ArgumentParser

/// The lists whose people are found again.
struct SourceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "source",
        abstract: "Remember your own LinkedIn exports, so that their people are found in any other list.",
        discussion: """
            A list that was renamed, shuffled, stripped of its LinkedIn columns or enriched
            with other addresses still has the same people. They are remembered as keyed
            fingerprints: nobody can read a name from them.

            Example:
              consentgate source add Connections.csv
            """,
        subcommands: [SourceAddCommand.self, SourceListCommand.self, SourceRemoveCommand.self])
}
