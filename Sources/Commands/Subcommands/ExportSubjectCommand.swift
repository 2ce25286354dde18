import ArgumentParser
import CanonicalJSON
import Consent
import Gate
import Ledger
import Retention
import Rights

/// Writes everything that is held about a person, for that person.
struct ExportSubjectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "subject",
        abstract: "Write a letter and a file with everything that is held about a person (Art. 15, 20 GDPR).",
        discussion: """
            The folder gets letter.html, letter.txt, export.json and copies of the person's
            evidence; other people are left out. Read it before you send it, and send it to
            this very address. For somebody unknown the letter says so, and what this
            command answers looks the same. That it was handed over is recorded.

            Example:
              consentgate export subject ada@example.org --out for-ada --language de
            """)

    @Argument(help: "The person's address.")
    var address: String

    @Option(help: ArgumentHelp("The folder to make.", valueName: "dir"), completion: .directory)
    var out: String

    @Option(
        help: ArgumentHelp("The request that this answers, as request list names it.", valueName: "request"))
    var request: String?

    @OptionGroup var letter: LetterOptions
    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let address = try Typed.address(address)
        let language = try Typed.language(letter.language)
        let request = try request.map { try Typed.record($0) }
        let ledger = try place.open(create: false)
        let policy = try PolicyChoice.adopted(in: ledger).policy
        let export = try SubjectExport(
            of: address, in: ledger, answering: request, language: language,
            kept: try PersonRetention(policy, in: ledger).items(of: address))
        try export.handOver(to: out, in: ledger)
        try Terminal.answer(
            ExportAnswer(folder: out, address: address, open: export.openRequests, now: ledger.now),
            asJSON: form.json)
    }
}

/// Where the copy lies; not whether anything is held.
private struct ExportAnswer: Answer {
    let folder: String
    let address: EmailAddress
    let open: [SubjectRequest]
    let now: Instant

    func text(in palette: Palette) -> String {
        var text =
            "\(folder): the answer to \(address.shortened), in letter.html, letter.txt and export.json\n"
        text += "Read it before you send it, and send it to this very address.\n"
        for request in open {
            let late = request.isOverdue(at: now) ? palette.paint(" (overdue)", .bad) : ""
            text += "An open request for it is due on \(request.dueOn.day)\(late). When it is answered: "
            text += "consentgate request close \(request.rid) --answer granted\n"
        }
        return text
    }

    var json: JSONValue {
        .object(of: [
            "out": .string(folder), "subject": .string(address.shortened),
            "openRequests": .array(open.map { $0.json(at: now) }),
        ])
    }
}
