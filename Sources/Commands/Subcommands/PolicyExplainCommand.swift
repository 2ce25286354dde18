import ArgumentParser
import Consent
import Gate
import Ledger
import Lists
import Origins
import Policies

/// Says of one contact which rules of a policy fire, on which facts, and what would change it.
struct PolicyExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract:
            "Say why a contact would pass or stay out: each rule, the facts it looked at, what would change it.",
        discussion: """
            Without --list the contact is judged as a row that tells nothing but the
            address; with --list and --row as that row of the list. --as-of judges for
            another moment, by the policy that was in force then unless --policy names one,
            with what the ledger knew then; with --clock occurred with what had happened by
            then. What is declared here is not remembered.

            Examples:
              consentgate policy explain ada@example.org --purpose newsletter
              consentgate policy explain ada@example.org --purpose newsletter \\
                  --list list.csv --row 12 --all

            Exit status: 0 whatever the verdict is, 2 it could not be decided.
            """)

    @Argument(help: "The person's address.")
    var address: String

    @Option(help: "What the mail is for.", completion: .list([Purpose.newsletter.id]))
    var purpose: String

    @Option(
        help: ArgumentHelp("The list in which the contact stands; - for standard input.", valueName: "file"),
        completion: .file())
    var list: String?

    @Option(
        help: ArgumentHelp(
            "The row of the list, counted from 1 without the header; consentgate_row in the held list.",
            valueName: "number"))
    var row: UInt64?

    @Flag(help: "Show every rule, also those that are off and those that the program itself keeps.")
    var all = false

    @OptionGroup var past: AsOfOptions
    @OptionGroup var reading: ListReadingOptions
    @OptionGroup var declarations: DeclarationOptions
    @OptionGroup var judging: PolicyOptions
    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func validate() throws {
        guard (list == nil) == (row == nil) else {
            throw ValidationError("--list and --row go together: which row of which list?")
        }
    }

    func run() throws {
        let address = try Typed.address(address)
        let asOf = try past.moment()
        let (ledger, chosen) = try judging.open(place, asOf: asOf)
        let purpose = try Typed.purpose(purpose, in: ledger)
        let contact =
            if let list, let row {
                try find(row, of: list, address, purpose, chosen, ledger, asOf: asOf)
            } else {
                try forecast(address, purpose, chosen, ledger, asOf: asOf)
            }
        let answer = ExplanationAnswer(
            address: address, purpose: purpose, policy: chosen, asOf: asOf, contact: contact, showsAll: all)
        try Terminal.answer(answer, asJSON: form.json)
    }

    /// Looks at the contact as a row that tells nothing but the address.
    private func forecast(
        _ address: EmailAddress, _ purpose: Purpose, _ chosen: ChosenPolicy, _ ledger: Ledger, asOf: AsOf?
    ) throws -> ExplanationAnswer.Contact {
        let (facts, releases) = try Forecast.facts(
            of: address, for: purpose, ledger: ledger, asOf: asOf, declared: try declarations.told())
        return ExplanationAnswer.Contact(facts, releases: releases, judgedBy: chosen.policy)
    }

    /// Looks at a row as a vetting of the list would.
    private func find(
        _ row: UInt64, of list: String, _ address: EmailAddress, _ purpose: Purpose, _ chosen: ChosenPolicy,
        _ ledger: Ledger, asOf: AsOf?
    ) throws -> ExplanationAnswer.Contact {
        let request = VettingRequest(
            list: list, purpose: purpose, policy: chosen, destination: .dryRun,
            columns: try reading.columns(), member: reading.member, declared: try declarations.told())
        let meter = ProgressMeter(request.listName)
        defer { meter.clear() }
        let vetting = Vetting(request, ledger: ledger, catalogue: try LayoutCatalogue.shipped)
        let found = try vetting.inspect(row: row, of: address, asOf: asOf) { meter.show($0) }
        return ExplanationAnswer.Contact(found, of: request.listName)
    }
}
