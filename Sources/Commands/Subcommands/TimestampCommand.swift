import ArgumentParser
import CanonicalJSON
import Consent
import Cryptography
import Files
import Ledger
import MerkleLog
import Vouching

/// Has an authority say by when the log was as it is.
struct TimestampCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timestamp",
        abstract: "Have an authority say by when every record so far existed (RFC 3161).",
        discussion: """
            The authority learns a digest and nothing else. What it answers is kept,
            exported with the log and the dossiers, and checked by: consentgate verify
            --tsa-ca FILE. Without --tsa, --request or --reply it lists what is kept.

            Where this machine has no way out, carry files: --request writes what is asked,
            --reply takes the answer.

            Examples:
              consentgate timestamp --tsa https://freetsa.org/tsr --ca freetsa.pem
              consentgate timestamp --request monday.tsq
              consentgate timestamp --reply monday.tsr --ca authority.pem
            """)

    @Option(help: ArgumentHelp("Ask the authority at this address.", valueName: "url"))
    var tsa: String?

    @Option(
        help: ArgumentHelp(
            "Write the request to a file; with --reply, the request that it answers.", valueName: "file"),
        completion: .file())
    var request: String?

    @Option(
        help: ArgumentHelp(
            "Take an authority's answer from a file; a request of the same name beside it is held against it.",
            valueName: "file"), completion: .file())
    var reply: String?

    @Option(
        help: ArgumentHelp(
            "The authority's certificate, or of who issued it (PEM). Without it the signature is not checked yet.",
            valueName: "file"), completion: .file())
    var ca: String?

    @Flag(
        name: .customLong("allow-http"),
        help: "Ask over http, too: the answer is signed, though others see it.")
    var allowHTTP = false

    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func validate() throws {
        if tsa != nil, request != nil || reply != nil {
            throw ValidationError("Give either --tsa, or --request and --reply.")
        }
        if ca != nil, tsa == nil, reply == nil {
            throw ValidationError("--ca checks an answer: give --tsa or --reply with it.")
        }
        if allowHTTP, tsa == nil { throw ValidationError("--allow-http belongs to --tsa.") }
    }

    func run() throws {
        let authorities = try ca.map(TrustOptions.authorities)
        let ledger = try place.open(create: false)
        if let tsa {
            let kept = try Timestamping.stamp(
                ledger, at: tsa, trusting: authorities, allowingHTTP: allowHTTP)
            return try tell(kept, isVerified: authorities != nil)
        }
        if let reply {
            let answer = try InputFile.contents(of: reply, limit: 1 << 20)
            let kept = try Timestamping.take(
                answer, to: try question(to: reply), into: ledger, trusting: authorities)
            return try tell(kept, isVerified: authorities != nil)
        }
        guard let request else {
            return try Terminal.answer(KeptTimestampsAnswer(kept: try ledger.timestamps), asJSON: form.json)
        }
        let asked = try ledger.timestampRequest()
        try StagedFile.replace(request, with: asked.bytes, token: "timestamp")
        try Terminal.answer(
            TimestampRequestAnswer(
                path: request, size: ledger.checkpoint.checkpoint.size, imprint: asked.imprint.hex),
            asJSON: form.json)
    }

    /// The request that an answer belongs to: the one named, else the one beside it, else none.
    private func question(to reply: String) throws -> TimestampRequest? {
        let (folder, name) = Path.split(reply)
        let beside = Path.join(folder, Path.stem(name) + ".tsq")
        guard let path = request ?? (PrivateFile.exists(beside) ? beside : nil) else { return nil }
        let bytes = try InputFile.contents(of: path, limit: 1 << 16)
        do throws(TimestampError) { return try TimestampRequest(parsing: bytes) } catch {
            throw Complaint("\(path): \(error.what).", hint: "Name it with --request.")
        }
    }

    private func tell(_ kept: KeptTimestamp, isVerified: Bool) throws {
        if !isVerified {
            Terminal.note("the authority's signature was not checked: give its certificate with --ca")
        }
        try Terminal.answer(KeptTimestampAnswer(kept: kept, isVerified: isVerified), asJSON: form.json)
    }
}
