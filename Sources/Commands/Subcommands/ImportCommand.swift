import ArgumentParser
import Claims
import Consent
import Ledger
import Lists
import Origins

/// Takes over what another tool's export claims of opt-ins.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take over historic opt-ins from another tool's export, as the claims that they are.",
        discussion: """
            Each row with a time of sign-up of the person's own, and a network address, a
            confirmation or a form beside it, is recorded as imported: with the tool, the
            file's digest and the row. Unsubscribes, bounces and complaints are taken over
            as stops, and no claim ever lifts a stop. A date of creation, a bare yes, a
            state such as "active" and a moment that many rows share are no claims.
            Importing a file again changes nothing.

            Say with --wording what the people saw; without their words the policy gdpr
            holds them.

            Examples:
              consentgate import subscribed.csv --purpose newsletter --wording newsletter@1
              consentgate import shop.csv --purpose newsletter --tool "our web shop" \\
                  --dry-run
              consentgate import list.csv --purpose newsletter --out list.outcomes.csv

            Exit status: 0 everything was recorded or known, 1 some rows were not, 2 it
            could not be done.
            """)

    @Argument(
        help: "The export: a list in any form that vet reads, or - for standard input.", completion: .file())
    var list: String

    @OptionGroup var agreed: AgreedOptions

    @Option(
        help: ArgumentHelp(
            "The tool or system whose export it is, if the columns do not show it.", valueName: "name"))
    var tool: String?

    @Option(
        help: ArgumentHelp(
            "The order of day and month where the dates leave it open: dmy or mdy.", valueName: "order"),
        completion: .list(DateOrder.allCases.map(\.rawValue)))
    var dateOrder: String?

    @Option(
        help: ArgumentHelp(
            "Write the rows with what became of each to a file.", valueName: "file"), completion: .file())
    var out: String?

    @Flag(help: "Say what would be recorded, and write nothing.")
    var dryRun = false

    @OptionGroup var reading: ListReadingOptions
    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func validate() throws {
        if dryRun, out != nil { throw ValidationError("--dry-run writes nothing: leave --out away.") }
    }

    func run() throws {
        let order = try Typed.dateOrder(dateOrder)
        let ledger = try place.open(create: true)
        var request = ImportRequest(list: list, purpose: try agreed.purpose(in: ledger))
        request.tool = tool
        request.wording = try agreed.wording(in: ledger)
        request.dateOrder = order
        request.outcomes = out
        request.isDryRun = dryRun
        try reading.tell(&request)
        let importing = ClaimImport(request, ledger: ledger, catalogue: try LayoutCatalogue.shipped)
        let result = try ProgressMeter.beside(request.listName) { meter in
            try importing.run { meter.show($0) }
        }
        try Terminal.answer(ImportAnswer(result: result), asJSON: form.json)
        if !result.tally.isComplete { throw ExitCode(1) }
    }
}
