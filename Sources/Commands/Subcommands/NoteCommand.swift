import ArgumentParser
import Consent

/// Records what happened with a person that is neither a yes nor a stop.
struct NoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note",
        abstract: "Record a complaint, a bounce, or that somebody asked to join.",
        discussion: """
            None of it is a yes or a stop; what follows from it is for your policy to say.
            What a person asks of you about their data is recorded with consentgate request.

              complaint  a spam report, or a letter
              bounce     a mail came back for good
              asked      the person asked to join and has not confirmed it

            Example:
              consentgate note ada@example.org --purpose newsletter --kind bounce \\
                  --at 2026-11-01T08:00:00Z
            """)

    /// What can be noted.
    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case complaint, bounce, asked

        /// The event that it is.
        var event: EventKind {
            switch self {
            case .complaint: .complained
            case .bounce: .bounced
            case .asked: .requested
            }
        }
    }

    @OptionGroup var act: StopOptions

    @Option(help: "What the mail is for.", completion: .list([Purpose.newsletter.id]))
    var purpose: String

    @Option(help: ArgumentHelp("What happened.", valueName: "kind"))
    var kind: Kind

    func run() throws { try act.record(kind.event, purpose: purpose) }
}
