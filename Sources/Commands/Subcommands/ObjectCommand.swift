import ArgumentParser
import Consent

/// Records that a person objects to mail: to all of it, or to one purpose.
struct ObjectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "object",
        abstract: "Record that a person objects to mail: to all of it, or to one purpose.",
        discussion: """
            The address goes onto the do-not-mail list first (Art. 21(2) GDPR).

            Example:
              consentgate object ada@example.org --reason "wrote to us"
            """)

    @OptionGroup var act: StopOptions

    @Option(help: "What the mail is for; all mail unless given.", completion: .list([Purpose.newsletter.id]))
    var purpose: String?

    func run() throws { try act.record(.objected, purpose: purpose) }
}
