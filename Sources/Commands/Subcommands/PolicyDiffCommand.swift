import ArgumentParser
import Consent
import Gate
import Ledger
import Lists
import Origins
import Policies

/// Shows in what two policies differ, or whose verdict would change.
struct PolicyDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract:
            "Show whose verdict would change under another policy, or in which rules two policies differ.",
        discussion: """
            With --list every row is judged by both policies, and nothing is written; what
            is declared here is not remembered. Without, the rules and settings that differ
            are shown.

            Examples:
              consentgate policy diff gdpr linkedin-only
              consentgate policy diff gdpr our-policy.yaml --list list.csv \\
                  --purpose newsletter

            Exit status: 0 nothing differs, 1 something does, 2 it could not be found out.
            """)

    /// More rows than anybody reads, and little enough to keep.
    private static let mostRows = 10_000

    @Argument(help: "A name or a file: what is.", completion: .list(ShippedPolicies.names))
    var first: String

    @Argument(help: "A name or a file: what would be.", completion: .list(ShippedPolicies.names))
    var second: String

    @Option(
        help: ArgumentHelp("The list to judge by both; - for standard input.", valueName: "file"),
        completion: .file())
    var list: String?

    @Option(help: "What the mail is for; with --list.", completion: .list([Purpose.newsletter.id]))
    var purpose: String?

    @Option(help: ArgumentHelp("Show so many of the rows that change.", valueName: "number"))
    var rows = 20

    @OptionGroup var reading: ListReadingOptions
    @OptionGroup var declarations: DeclarationOptions
    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func validate() throws {
        guard (list == nil) == (purpose == nil) else {
            throw ValidationError("--list and --purpose go together: which list, vetted for what?")
        }
        guard list != nil || declarations.declare.isEmpty else {
            throw ValidationError("--declare says something of a list: name it with --list.")
        }
        guard (0...Self.mostRows).contains(rows) else {
            throw ValidationError("--rows is a number from 0 to \(Self.mostRows).")
        }
    }

    func run() throws {
        let home = try place.place()
        let before = try PolicyChoice.resolve(first, home: home)
        let after = try PolicyChoice.resolve(second, home: home)
        guard let list, let purpose else {
            let difference = PolicyDifference(from: before.policy, to: after.policy)
            let answer = PolicyDifferenceAnswer(names: (first, second), difference: difference)
            try Terminal.answer(answer, asJSON: form.json)
            if !difference.isEmpty { throw ExitCode(1) }
            return
        }
        let ledger = try place.open(create: true)
        let request = VettingRequest(
            list: list, purpose: try Typed.purpose(purpose, in: ledger), policy: before, destination: .dryRun,
            columns: try reading.columns(), member: reading.member, declared: try declarations.told())
        let meter = ProgressMeter(request.listName)
        defer { meter.clear() }
        let comparison = try ListComparison(
            of: request, and: after, showing: rows, ledger: ledger, catalogue: try LayoutCatalogue.shipped
        ) { meter.show($0) }
        meter.clear()
        let answer = ListComparisonAnswer(
            names: (first, second), list: request.listName, purpose: request.purpose, comparison: comparison)
        try Terminal.answer(answer, asJSON: form.json)
        if !comparison.changes.isEmpty { throw ExitCode(1) }
    }
}
