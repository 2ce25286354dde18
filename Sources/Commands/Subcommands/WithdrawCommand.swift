import ArgumentParser
import Consent

/// Records that a person took the yes back.
struct WithdrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Record that a person took the yes back.",
        discussion: """
            No list can lift this; only a fresh act of the person can.

            Example:
              consentgate withdraw ada@example.org --purpose newsletter \\
                  --at 2026-11-01T08:00:00Z
            """)

    @OptionGroup var act: StopOptions

    @Option(help: "What the mail is for.", completion: .list([Purpose.newsletter.id]))
    var purpose: String

    func run() throws { try act.record(.withdrawn, purpose: purpose) }
}
