import ArgumentParser
import Audit
import Files
import Ledger
import MerkleLog

/// Hashes again whatever it can see, and says what does not fit.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verify a ledger, an exported log, a dossier, a receipt or a certificate.",
        discussion: """
            Without a name it verifies the ledger. What was exported is verified from its
            own files alone. Exit status 1 if something is not as it was signed.

            With --output it also answers whether a file is the one that a vetting approved:
            status 1 if it is not.

            Examples:
              consentgate verify public-log --key vkey --tsa-ca authority.pem \\
                  --policy witnesses.txt
              consentgate verify list.certificate.json --output upload.csv
              consentgate verify dossier --key vkey-of-before --log public-log
            """)

    @Argument(help: "A folder or a file; the ledger unless given.", completion: .file())
    var path: String?

    @Option(
        help: ArgumentHelp(
            "The log's verifier key as its controller publishes it: its text, or a file.",
            valueName: "vkey|file"), completion: .file())
    var key: String?

    @Option(
        help: ArgumentHelp(
            "A checkpoint seen earlier, which an exported log must extend.", valueName: "file"),
        completion: .file())
    var older: String?

    @Option(
        help: ArgumentHelp(
            "With a certificate or the dossier of a list: is this the file that was approved?",
            valueName: "file"), completion: .file())
    var output: String?

    @Option(
        help: ArgumentHelp(
            "An exported log, whose changes of the key lead from the one given to those before and after it.",
            valueName: "dir"), completion: .directory)
    var log: String?

    @OptionGroup var work: ThreadOptions
    @OptionGroup var trusted: TrustOptions
    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let given = try key.map(VerifierKeyReading.key)
        let earlier = try older.map(VerifierKeyReading.checkpoint)
        let changes = try log.map(Verification.transitions) ?? []
        let trust = try trusted.trust()
        let answer: VerificationAnswer
        var isApproved = true
        do {
            var found = try verification(given, earlier, changes, trust)
            if let output {
                try found.compare(output: output)
                isApproved = found.output?.isApproved ?? false
            }
            answer = .done(found)
        } catch let error as LedgerError {
            // A ledger that does not fit itself cannot be opened: that is an answer to this question, not a failure.
            guard [.corrupt, .rolledBack, .foreign, .key].contains(error.code) else { throw error }
            answer = .refused(path: try path ?? place.place().path, error)
        }
        try Terminal.answer(answer, asJSON: form.json)
        if !answer.holds || !isApproved { throw ExitCode(1) }
    }

    private func verification(
        _ given: VerifierKey?, _ earlier: SignedNote?, _ changes: [KeyTransition], _ trust: VerificationTrust
    ) throws -> Verification {
        let meter = ProgressMeter(path ?? "the ledger")
        defer { meter.clear() }
        guard let path else {
            return try .ledger(place.open(create: false), key: given, trust: trust, onProgress: meter.show)
        }
        // A receipt has no key with it; the ledger's own is at hand where there is one.
        if given == nil, try Verification.detect(path) == .receipt, try place.place().exists {
            return try .receipt(path, of: place.open(create: false), trust: trust)
        }
        return try .of(
            path, key: given, older: earlier, transitions: changes, trust: trust, context: place.context,
            threads: work.threads, onProgress: meter.show)
    }
}
