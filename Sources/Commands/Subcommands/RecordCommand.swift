import ArgumentParser
import Consent
import Gate
import Ledger
import Policies

/// Records one opt-in.
struct RecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record that a person said yes, with what shows it.",
        discussion: """
            The grade follows from method and evidence and cannot be chosen. The same record
            twice is answered with the first. The answer says at once what the policy would
            do with it.

            Example:
              consentgate record ada@example.org --purpose newsletter \\
                  --wording newsletter@1 --method web-form --at 2026-10-02T09:15:00Z \\
                  --evidence form.html
            """)

    @Argument(help: "The person's address.")
    var address: String

    @OptionGroup var agreed: AgreedOptions

    @Option(
        help: ArgumentHelp(
            "How the yes was given: \(Self.methods.joined(separator: ", ")).", valueName: "method"),
        completion: .list(Self.methods))
    var method: String?

    @Option(help: ArgumentHelp("When it was given, RFC 3339 with its zone, or now.", valueName: "time"))
    var at: String?

    @Option(
        help: ArgumentHelp(
            "A file that shows it, or - for standard input; may be repeated.", valueName: "file"),
        completion: .file())
    var evidence: [String] = []

    @Flag(help: "Record only digests of the evidence, and keep the files yourself.")
    var hashOnly = false

    @Option(help: ArgumentHelp("The network address of the act.", valueName: "address"))
    var ip: String?

    @Option(help: ArgumentHelp("Where the contact came from, in your words.", valueName: "text"))
    var source: String?

    @Option(
        help: ArgumentHelp(
            "What else is known of the opt-in, as in expiresAt=2027-05-01; see policy facts. May be repeated.",
            valueName: "fact=value"))
    var told: [String] = []

    @OptionGroup var judging: PolicyOptions
    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    private static var methods: [String] { CollectionMethod.allCases.map(\.rawValue) }

    func run() throws {
        let address = try Typed.address(address)
        let method = try Typed.method(method)
        let occurredAt = try Typed.time(at)
        let ip = try Typed.networkAddress(ip)
        let files = try evidence.map { try EvidenceReading.file($0, keeping: hashOnly ? .hashOnly : .sealed) }
        var facts = ToldFacts(.optIn)
        for text in told { try facts.add(text) }
        let (ledger, policy) = try judging.open(place)
        var act = SubjectAct(.given, address: address, purpose: try agreed.purpose(in: ledger))
        act.occurredAt = occurredAt
        act.wording = try agreed.wording(in: ledger)
        act.method = method
        act.evidence = files
        act.ip = ip
        act.source = source
        act.told = facts.told
        try Terminal.answer(Recording(ledger: ledger, policy: policy).record(act), asJSON: form.json)
    }
}
