import ArgumentParser
import Claims
import Consent
import Ledger
import Lists
import Origins

/// Takes over another tool's unsubscribes.
struct SuppressImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take over another tool's unsubscribes, also as a list of hashes.",
        discussion: """
            Everybody in the file is kept out: export those alone who left. Addresses are
            found in any list that vet reads. Hashes of addresses (MD5, SHA-1, SHA-256, as
            marketing tools exchange them) are told by their length; neither is stored, only
            a keyed trace of each. Where a column says when somebody left, that day counts.
            The same file once more changes nothing.

            Examples:
              consentgate suppress import unsubscribes.csv --purpose newsletter
              consentgate suppress import stop-list.md5.txt --hash md5
              consentgate suppress import cleaned.csv --map email=Kontakt --since 2026-09-01

            Exit status: 0 everybody was taken, 1 in some rows nobody could be read, 2 it
            could not be done.
            """)

    @Argument(
        help: "The list: in any form that vet reads, or one address or hash a line; - for standard input.",
        completion: .file())
    var list: String

    @Option(
        help: ArgumentHelp(
            "The kind of the hashes: md5, sha1 or sha256; found out unless given.", valueName: "kind"),
        completion: .list(AddressHash.Kind.allCases.map(\.rawValue)))
    var hash: String?

    @OptionGroup var days: SuppressionDays
    @OptionGroup var mail: SuppressionScope
    @OptionGroup var reading: ListReadingOptions
    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let kind = try hash.map { try Self.kind($0) }
        let (since, review) = (try days.since(), try days.review())
        let ledger = try place.open(create: true)
        var request = SuppressionRequest(list: list, scope: try mail.scope(in: ledger))
        request.since = since
        request.review = review
        request.hash = kind
        try reading.tell(&request)
        let importing = SuppressionImport(request, ledger: ledger, catalogue: try LayoutCatalogue.shipped)
        let result = try ProgressMeter.beside(request.listName) { meter in
            try importing.run { meter.show($0) }
        }
        try Terminal.answer(SuppressionImportAnswer(result: result), asJSON: form.json)
        if result.tally.unread > 0 { throw ExitCode(1) }
    }

    /// A kind of hashes; `SHA-256` is understood as well as `sha256`.
    private static func kind(_ text: String) throws -> AddressHash.Kind {
        let word = text.lowercased().filter { $0 != "-" }
        if let kind = AddressHash.Kind(rawValue: word) { return kind }
        throw Complaint(
            "The kind of hashes \(Typed.quoted(text)) is not known.",
            hint: "Known are: \(AddressHash.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
}
