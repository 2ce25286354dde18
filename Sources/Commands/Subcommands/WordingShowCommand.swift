import ArgumentParser
import Consent
import Ledger

/// Shows one version of a wording.
struct WordingShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one version of a wording, word for word.",
        discussion: """
            Example:
              consentgate wording show newsletter@1
            """)

    @Argument(help: "The version, as in newsletter@1.")
    var reference: String

    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let ledger = try place.open(create: false)
        guard let wanted = try Typed.wording(reference, in: ledger) else { return }
        guard let wording = ledger.wording(wanted) else { throw ledger.unknownWording(wanted) }
        try Terminal.answer(WordingAnswer(wording: wording, isNew: nil), asJSON: form.json)
    }
}
