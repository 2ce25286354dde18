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
            Without a name it verifies the ledger. What was exported is verified from its own files alone. Exit
            status 1 if something is not as it was signed.

            Example:
              consentgate verify public-log --key vkey --tsa-ca authority.pem --policy witnesses.txt
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

    @OptionGroup var trusted: TrustOptions
    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let given = try key.map(VerifierKeyReading.key)
        let earlier = try older.map(VerifierKeyReading.checkpoint)
        let trust = try trusted.trust()
        let answer: VerificationAnswer
        do {
            answer = .done(try verification(given, earlier, trust))
        } catch let error as LedgerError {
            // A ledger that does not fit itself cannot be opened: that is an answer to this question, not a failure.
            guard [.corrupt, .rolledBack, .foreign, .key].contains(error.code) else { throw error }
            answer = .refused(path: try path ?? place.place().path, error)
        }
        try Terminal.answer(answer, asJSON: form.json)
        if !answer.holds { throw ExitCode(1) }
    }

    private func verification(
        _ given: VerifierKey?, _ earlier: SignedNote?, _ trust: VerificationTrust
    ) throws -> Verification {
        let meter = ProgressMeter(path ?? "the ledger")
        defer { meter.clear() }
        guard let path else {
            return try .ledger(place.open(create: false), key: given, trust: trust, onProgress: meter.show)
        }
        // A receipt has no key with it; the ledger's own is at hand where there is one.
        if given == nil, try Verification.detect(path) == .receipt, try place.place().exists {
            return try .of(path, key: place.open(create: false).verifierKey, trust: trust)
        }
        return try .of(path, key: given, older: earlier, trust: trust, onProgress: meter.show)
    }
}
