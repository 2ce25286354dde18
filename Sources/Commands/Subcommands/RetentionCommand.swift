import ArgumentParser

/// What is kept, and how long.
struct RetentionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention",
        abstract: "See what is past its time, and destroy it: by the schedule of your policy.",
        discussion: """
            What shows a yes that stands is never destroyed, nor what somebody disputes or
            waits for. Destroying proof early has been fined like having none, and keeping
            it for ever as well.

            Example:
              consentgate retention plan
            """,
        subcommands: [RetentionPlanCommand.self, RetentionRunCommand.self])
}
