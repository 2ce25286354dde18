import ArgumentParser

/// The rules by which contacts are judged.
struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "List, show, check, test, explain, compare and adopt policies.",
        discussion: """
            Example:
              consentgate policy test gdpr
            """,
        subcommands: [
            PolicyListCommand.self, PolicyShowCommand.self, PolicyTestCommand.self, PolicyCheckCommand.self,
            PolicyFactsCommand.self, PolicyExplainCommand.self, PolicyDiffCommand.self,
            PolicyAdoptCommand.self,
        ])
}
