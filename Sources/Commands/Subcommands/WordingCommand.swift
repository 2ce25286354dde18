import ArgumentParser

/// What people see when they agree.
struct WordingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wording",
        abstract: "Publish and look up the texts that people agree to.",
        discussion: """
            Example:
              consentgate wording publish newsletter.md
            """,
        subcommands: [WordingPublishCommand.self, WordingListCommand.self, WordingShowCommand.self])
}
