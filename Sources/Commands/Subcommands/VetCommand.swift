import ArgumentParser
import Consent
import Gate
import HandOver
import Ledger
import Lists
import Origins
import Workers

/// Vets a list.
struct VetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vet",
        abstract: "Find out who of a list may be mailed, and write the list that may be imported.",
        discussion: """
            Beside LIST.csv, or in the folder of --out, come LIST.accepted.csv (the rows
            that may be mailed, byte for byte), LIST.held.csv and LIST.rejected.csv (with
            the reason and what helps), LIST.report.html and LIST.certificate.json. With
            --to also LIST.<tool>.csv (.txt for mailman): the accepted contacts, address and
            name alone, in the exact form that the tool imports. They appear all together
            when the last row is judged, or not at all.

            Examples:
              consentgate vet Connections.csv --purpose newsletter
              consentgate vet list.csv --purpose newsletter --dry-run --json
              consentgate vet list.csv --purpose newsletter --to listmonk
              consentgate vet list.csv --purpose newsletter \\
                  --map email=Kontakt,source=Herkunft
              consentgate vet list.csv --purpose newsletter \\
                  --map country=Land,row.lastPurchaseAt=LastOrder
              consentgate vet - --purpose newsletter --out - < list.csv > accepted.csv

            Exit status: 0 everybody was accepted, 1 some were kept out, 2 the list could
            not be vetted.
            """)

    @Argument(
        help:
            "The list: CSV, TSV, Excel (.xlsx), vCard, JSON Lines or addresses line by line, also in .zip and .gz; - for standard input.",
        completion: .file())
    var list: String

    @Option(help: "What the mail is for.", completion: .list([Purpose.newsletter.id]))
    var purpose: String

    @Option(
        help: ArgumentHelp(
            "The folder for the answers, or - to send the accepted rows alone (with --to in the tool's form) to standard output.",
            valueName: "dir"),
        completion: .directory)
    var out: String?

    @Option(
        help: ArgumentHelp(
            "Write the accepted contacts for a newsletter tool too, or instead with --out -: \(ToolCatalogue.names.joined(separator: ", ")).",
            valueName: "tool"),
        completion: .list(ToolCatalogue.names))
    var to: String?

    @Flag(help: "Judge everybody, and write nothing.")
    var dryRun = false

    @OptionGroup var work: ThreadOptions
    @OptionGroup var reading: ListReadingOptions
    @OptionGroup var declarations: DeclarationOptions
    @OptionGroup var judging: PolicyOptions
    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func validate() throws {
        if dryRun, out == "-" { throw ValidationError("--dry-run writes nothing: leave --out - away.") }
        if dryRun, to != nil { throw ValidationError("--dry-run writes nothing: leave --to away.") }
        if form.json, out == "-" {
            throw ValidationError(
                "--out - sends the accepted rows to standard output, where --json would stand too.")
        }
    }

    func run() throws {
        let tool = try to.map { try ToolCatalogue.shipped.tool($0) }
        // Read while policy and ledger are opened: for a short list this is a third of everything.
        let layouts = Aside { _ = try? LayoutCatalogue.shipped }
        let declared = try declarations.told()
        let (ledger, policy) = try judging.open(place)
        let purpose = try Typed.purpose(purpose, in: ledger)
        // What is so of the sending is remembered; what is so of this list's contacts is not.
        if let declared, !dryRun, !declared.remembered.isEmpty {
            try ledger.declare(declared.remembered, for: purpose)
        }
        let request = VettingRequest(
            list: list, purpose: purpose, policy: policy,
            destination: destination,
            columns: try reading.columns(), tool: tool, member: reading.member, declared: declared)
        let meter = ProgressMeter(request.listName)
        defer { meter.clear() }
        layouts.finish()
        let vetting = Vetting(
            request, ledger: ledger, catalogue: try LayoutCatalogue.shipped, threads: work.threads)
        let result = try vetting.run { meter.show($0) }
        meter.clear()
        let answer = VettingAnswer(result: result, controller: ledger.controller)
        if out == "-" {
            StandardStream.error.writeIfPossible(answer.text(in: .plain))
        } else {
            try Terminal.answer(answer, asJSON: form.json)
        }
        if result.tally.accepted < result.tally.rows { throw ExitCode(1) }
    }

    private var destination: VettingRequest.Destination {
        if dryRun { return .dryRun }
        return out == "-" ? .standardOutput : .folder(out)
    }
}
