import ArgumentParser
import Audit
import CanonicalJSON
import Consent
import Files
import Gate
import Ledger
import Lists
import Origins
import Policies

/// Lets a held row pass until a day.
struct ReleaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Let a held row pass until a day, by name and with a reason.",
        discussion: """
            The row is found again in the held list, which must be as vet wrote it. Only
            holds can be released: those of rules that allow it, by the role that they
            allow. Where the policy wants four eyes, the release counts once a second person
            agrees with consentgate confirm. Vet the list again to let the row pass.

            Example:
              consentgate release 5f0c9a --row 7 --role dpo --by "R. Example" \\
                  --reason "form checked by hand" --expires 2027-05-01
            """)

    @Argument(
        help: ArgumentHelp("The run, as vet named it; the first six digits are enough.", valueName: "run"))
    var name: String

    @Option(
        help: ArgumentHelp("The row, as the column consentgate_row of the held list has it.", valueName: "n"))
    var row: UInt64

    @Option(
        help: ArgumentHelp("In which role: dpo, or user for whoever brought the list.", valueName: "role"),
        completion: .list(ReleaseTerms.Role.allCases.map(\.rawValue)))
    var role: String

    @Option(help: ArgumentHelp("Who answers for it.", valueName: "name"))
    var by: String

    @Option(help: ArgumentHelp("Why the row may pass.", valueName: "text"))
    var reason: String

    @Option(help: ArgumentHelp("Until which day, at most 24 months ahead.", valueName: "day"))
    var expires: String

    @Option(
        help: ArgumentHelp("Only this rule of those that hold the row; may be repeated.", valueName: "id"))
    var rule: [String] = []

    @Option(
        help: ArgumentHelp(
            "The held list; without it, the one of the run is looked for in this folder.", valueName: "file"),
        completion: .file(extensions: ["csv"]))
    var list: String?

    @OptionGroup var reading: ListReadingOptions
    @OptionGroup var judging: PolicyOptions
    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let role = try Typed.role(role)
        guard let expiresAt = try Typed.day(expires, option: "--expires") else { return }
        let ledger = try place.open(create: false)
        let run = try Typed.run(name, in: ledger)
        let policy = try PolicyChoice.resolve(
            judging.policy ?? run["policy"]?["id"]?.text, home: place.place(),
            language: Typed.language(judging.language))
        let releasing = try Releasing(run: run, policy: policy)
        let catalogue = try LayoutCatalogue.shipped
        let held = try HeldRow(
            row, of: run, in: list ?? HeldListSearch.path(of: run), catalogue: catalogue,
            options: ListOptions(columns: reading.columns(), member: reading.member))
        let terms = ReleaseTerms(
            run: run.rid, row: row, rules: try releasing.rules(of: held, as: role, only: rule), role: role,
            expiresAt: expiresAt, needsConfirmation: releasing.needsConfirmation)
        let outcome = try ledger.release(
            ReleaseDraft(terms, by: by, reason: reason, purpose: held.purpose, addresses: held.addresses))
        try Terminal.answer(
            ReleaseAnswer(release: outcome.release, isNew: outcome.isNew), asJSON: form.json)
    }
}

/// Finds the held list of a run among the files of the working folder.
enum HeldListSearch {
    /// The path of the file whose digest stands in the log.
    static func path(of run: OpenRecord) throws -> String {
        let wanted = run["outputs"]?["held"]?["sha256"]?.text
        let names = ((try? Folder.names(in: ".")) ?? []).filter { $0.hasSuffix(".held.csv") }.sorted()
        if let wanted, let name = names.first(where: { (try? FileDigest(of: $0).hex) == wanted }) {
            return name
        }
        throw Complaint(
            "The held list of this run is not in this folder.",
            hint: "Name it with --list, as in --list contacts.held.csv.")
    }
}
