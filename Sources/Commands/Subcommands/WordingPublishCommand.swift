import ArgumentParser
import CanonicalJSON
import Consent
import Files
import Ledger

/// Publishes a version of a wording.
struct WordingPublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Publish a wording as a new version, or find the version that it already is.",
        discussion: """
            The file is Markdown, with answers about the text between two lines of --- at
            its top:

            \(WordingFile.example)
            Example:
              consentgate wording publish newsletter.md
            """)

    @Argument(
        help: "The file of the wording, or - for standard input.", completion: .file(extensions: ["md"]))
    var file: String

    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let bytes = try InputFile.contents(of: file, limit: 1 << 20)
        let wording = try WordingFile(parsing: bytes, name: file)
        let published = try place.open(create: true).publish(wording)
        try Terminal.answer(
            WordingAnswer(wording: published.wording, isNew: published.isNew), asJSON: form.json)
    }
}
