import ArgumentParser

/// The lists that the program knows by their columns.
struct LayoutsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "layouts",
        abstract: "List and show the tools whose lists are recognised.",
        discussion: """
            Example:
              consentgate layouts show mailchimp
            """,
        subcommands: [LayoutsListCommand.self, LayoutsShowCommand.self])
}
