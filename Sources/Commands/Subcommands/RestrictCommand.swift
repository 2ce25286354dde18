import ArgumentParser
import Consent

/// Records that the use of a person's data is paused, or that the pause is over.
struct RestrictCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restrict",
        abstract: "Record that the use of a person's data is paused, or lift the pause.",
        discussion: """
            While somebody looks into what a person disputes (Art. 18 GDPR), the data may be
            kept and not be used. It says nothing about yes and no: what was recorded stands
            again when the pause is lifted.

            Example:
              consentgate restrict ada@example.org --reason "says that she never signed up"
              consentgate restrict ada@example.org --lift \\
                  --reason "found her form; told her"
            """)

    @OptionGroup var act: StopOptions

    @Flag(help: "End the pause.")
    var lift = false

    @Option(help: "What the mail is for; all mail unless given.", completion: .list([Purpose.newsletter.id]))
    var purpose: String?

    func run() throws { try act.record(lift ? .restrictionLifted : .restricted, purpose: purpose) }
}
