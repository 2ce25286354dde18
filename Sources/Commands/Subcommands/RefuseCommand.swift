import ArgumentParser
import Consent

/// Records that a person was asked and said no.
struct RefuseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refuse",
        abstract: "Record that a person was asked and said no.",
        discussion: """
            No list can lift this; only a fresh act of the person can.

            Example:
              consentgate refuse ada@example.org --purpose newsletter \\
                  --at 2026-11-01T08:00:00Z
            """)

    @OptionGroup var act: StopOptions

    @Option(help: "What the mail is for.", completion: .list([Purpose.newsletter.id]))
    var purpose: String

    func run() throws { try act.record(.refused, purpose: purpose) }
}
