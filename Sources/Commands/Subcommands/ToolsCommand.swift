import ArgumentParser

/// The newsletter tools to which contacts can be handed over.
struct ToolsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tools",
        abstract: "List the newsletter tools of vet --to, and show what is known of each.",
        discussion: """
            Example:
              consentgate tools show listmonk
            """,
        subcommands: [ToolsListCommand.self, ToolsShowCommand.self], defaultSubcommand: ToolsListCommand.self)
}
