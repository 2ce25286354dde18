import ArgumentParser
import Consent
import Ledger

/// Records that a person asks for something.
struct RequestOpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Record that a person asks for something, from when on the month counts.",
        discussion: """
            Example:
              consentgate request open ada@example.org --kind access --received 2026-11-03 \\
                  --evidence letter.eml
            """)

    @Argument(help: "The person's address.")
    var address: String

    @Option(
        help: ArgumentHelp(
            "What for: \(RequestKind.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "kind"),
        completion: .list(RequestKind.allCases.map(\.rawValue)))
    var kind: String

    @Option(help: ArgumentHelp("On which day it came; today unless given.", valueName: "day"))
    var received: String?

    @Option(help: ArgumentHelp("What they ask, in short.", valueName: "text"))
    var reason: String?

    @Option(
        help: ArgumentHelp("A file that shows it, as the mail; may be repeated.", valueName: "file"),
        completion: .file())
    var evidence: [String] = []

    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let address = try Typed.address(address)
        let kind = try Typed.requestKind(kind)
        let received = try Typed.day(received, option: "--received")
        let files = try evidence.map { try EvidenceReading.file($0, keeping: .sealed) }
        let ledger = try place.open(create: true)
        let request = try ledger.openRequest(
            kind, of: address, receivedAt: received ?? ledger.now, reason: reason, evidence: files)
        try Terminal.answer(RequestAnswerLines(request: request, now: ledger.now), asJSON: form.json)
    }
}
