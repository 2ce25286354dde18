import ArgumentParser
import Consent

/// Records what happened with a person that is neither a yes nor a stop.
struct NoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note",
        abstract: "Record a complaint, a bounce, a request, or that somebody asked to join.",
        discussion: """
            None of it is a yes or a stop; what follows from it is for your policy to say.

              complaint  a spam report, or a letter
              bounce     a mail came back for good
              request    the person asked for something and waits, as for what you know of them
              answered   what was asked for before is answered
              asked      the person asked to join and has not confirmed it

            Example:
              consentgate note ada@example.org --purpose newsletter --kind bounce --at 2026-11-01T08:00:00Z
            """)

    /// What can be noted.
    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case complaint, bounce, request, answered, asked

        /// The event that it is.
        var event: EventKind {
            switch self {
            case .complaint: .complained
            case .bounce: .bounced
            case .request: .requestOpened
            case .answered: .requestClosed
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
