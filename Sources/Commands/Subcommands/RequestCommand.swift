import ArgumentParser

/// What people ask of the controller about their data.
struct RequestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "request",
        abstract: "Keep track of what people ask about their data, and until when they must have an answer.",
        discussion: """
            An answer is due one month after the day on which the request came (Art. 12(3)
            GDPR). A request is no stop: a withdrawal or an objection counts at once and is
            recorded with its own command.

            Example:
              consentgate request open ada@example.org --kind access --received 2026-11-03
            """,
        subcommands: [
            RequestOpenCommand.self, RequestListCommand.self, RequestExtendCommand.self,
            RequestCloseCommand.self,
        ])
}
