import ArgumentParser
import CanonicalJSON
import Consent
import Ledger
import MerkleLog
import Vouching

/// Has a witness cosign the newest checkpoint.
struct WitnessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "witness",
        abstract: "Have a witness cosign that the log only ever grew (C2SP tlog-witness).",
        discussion: """
            A witness remembers the size and root of the log, and refuses any other history
            of it later. It must know the log's key first: consentgate log key. What it
            signs is kept and exported with the checkpoint; how many witnesses must have
            signed is checked by: consentgate verify --policy FILE.

            Example:
              consentgate witness --url https://witness.example \\
                  --key witness.example/w1+9768e05b+BPLF…
            """)

    @Option(help: ArgumentHelp("Where the witness answers, without add-checkpoint.", valueName: "url"))
    var url: String

    @Option(
        help: ArgumentHelp(
            "The key of its cosignatures as it publishes it: its text, or a file.", valueName: "vkey|file"),
        completion: .file())
    var key: String

    @Flag(
        name: .customLong("allow-http"),
        help: "Ask over http, too: the answer is signed, though others see it.")
    var allowHTTP = false

    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let key = try VerifierKeyReading.key(key)
        let ledger = try place.open(create: false)
        let size = ledger.checkpoint.checkpoint.size
        let cosignature = try Witnessing.cosign(ledger, by: url, key: key, allowingHTTP: allowHTTP)
        try Terminal.answer(
            CosignatureAnswer(
                witness: key.name, size: size,
                at: Instant(seconds: Int64(clamping: cosignature.timestamp))), asJSON: form.json)
    }
}

/// A cosignature that was taken in.
private struct CosignatureAnswer: Answer {
    let witness: String
    let size: UInt64
    let at: Instant

    func text(in palette: Palette) -> String {
        "\(witness) cosigned \(size == 1 ? "1 entry" : "\(size) entries") at \(at)\n"
    }

    var json: JSONValue {
        .object(of: [
            "witness": .string(witness), "size": .integer(Int64(clamping: size)),
            "at": .string(at.description),
        ])
    }
}
