import ArgumentParser

/// The do-not-mail list.
struct SuppressCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suppress",
        abstract: "Keep people off every list: the do-not-mail list, which outlives everything else.",
        discussion: """
            Whoever is on it is rejected by every vetting until they sign up again
            themselves. It holds keyed traces, from which nobody reads an address back: it
            can be counted, and not be written out.

            Examples:
              consentgate suppress import unsubscribes.csv
              consentgate suppress list --due
            """,
        subcommands: [
            SuppressAddCommand.self, SuppressImportCommand.self, SuppressListCommand.self,
            SuppressReviewCommand.self, SuppressRemoveCommand.self,
        ])
}
