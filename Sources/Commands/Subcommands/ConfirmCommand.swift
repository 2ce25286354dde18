import ArgumentParser
import Ledger

/// Records that a second person agrees to a release.
struct ConfirmCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: "Agree to a release as the second person, where the policy wants four eyes.",
        discussion: """
            Example:
              consentgate confirm 0123456789abcdef0123456789abcdef --by "S. Second"
            """)

    @Argument(help: ArgumentHelp("The release, as release named it.", valueName: "release"))
    var release: String

    @Option(help: ArgumentHelp("Who agrees; somebody else than who released the row.", valueName: "name"))
    var by: String

    @OptionGroup var answering: AnsweringOptions

    func run() throws {
        let rid = try Typed.record(release)
        try answering.answer { ledger in
            let outcome = try ledger.confirm(release: rid, by: by)
            return ReleaseAnswer(release: outcome.release, isNew: outcome.isNew)
        }
    }
}
