import ArgumentParser
import Audit
import CanonicalJSON
import Ledger

/// Shows what was recorded of one vetting of a list.
struct AuditListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Show what was recorded of one vetting of a list, with its proof as of now.",
        discussion: """
            Example:
              consentgate audit list 5f0c9a
            """)

    @Argument(
        help: ArgumentHelp("The run, as vet named it; the first six digits are enough.", valueName: "run"))
    var name: String

    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let trail = try ListTrail(run: name, in: place.open(create: false))
        try Terminal.answer(ListTrailAnswer(trail: trail), asJSON: form.json)
    }
}

/// What was recorded of one vetting.
private struct ListTrailAnswer: Answer {
    let trail: ListTrail

    func text(in palette: Palette) -> String { trail.text + "\n" }

    var json: JSONValue { trail.json }
}
