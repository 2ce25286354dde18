import ArgumentParser
import Consent
import Files
import Gate
import Ledger
import Rights

/// Takes over what a consent receipt of another system claims.
struct ReceiptImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Record what a Kantara consent receipt of another system claims, as a claim.",
        discussion: """
            It must name this ledger's controller and an explicit yes. It is graded as
            imported and lifts no stop, and the whole file is kept as its evidence. A
            receipt does not hold the text that the person saw: tell it with --wording where
            you know it.

            Example:
              consentgate receipt import theirs.json --purpose newsletter \\
                  --named "Monthly news"
            """)

    @Argument(
        help: ArgumentHelp("The receipt, JSON; - for standard input.", valueName: "file"), completion: .file()
    )
    var file: String

    @OptionGroup var agreed: AgreedOptions

    @Option(help: ArgumentHelp("What the receipt calls that purpose.", valueName: "name"))
    var named: String?

    @Option(
        help: ArgumentHelp(
            "Whose receipt it is, where it names the person by something else.", valueName: "address"))
    var address: String?

    @OptionGroup var judging: PolicyOptions
    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let address = try address.map { try Typed.address($0) }
        let bytes = try InputFile.contents(of: file, limit: ReceiptClaim.greatestFile)
        let (ledger, policy) = try judging.open(place)
        let receipt = try KantaraReceipt(parsing: bytes, now: ledger.now)
        let act = try ReceiptClaim.act(
            of: receipt, bytes: bytes, address: address, purpose: try agreed.purpose(in: ledger),
            named: named, wording: try agreed.wording(in: ledger), in: ledger)
        try Terminal.answer(Recording(ledger: ledger, policy: policy).record(act), asJSON: form.json)
    }
}
