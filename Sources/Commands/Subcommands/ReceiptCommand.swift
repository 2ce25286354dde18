import ArgumentParser
import Files
import Ledger
import MerkleLog

/// Gives the proof of one record.
struct ReceiptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt",
        abstract: "Give the proof that one record lies in the log (C2SP tlog-proof).",
        discussion: """
            Its holder can read and verify this record and learns nothing of any other. It holds personal data.

            Example:
              consentgate receipt 5f0c…9a --out ada.tlog-proof
            """)

    @Argument(help: "The name of the record, as record and show give it.")
    var rid: String

    @Option(help: ArgumentHelp("Write it to a file.", valueName: "file"), completion: .file())
    var out: String?

    @OptionGroup var place: LedgerOptions

    func run() throws {
        let rid = try Typed.record(rid)
        let receipt = try place.open(create: false).receipt(of: rid).serialized
        guard let out else { return try Terminal.answer(receipt) }
        try StagedFile.replace(out, with: Array(receipt.utf8), token: rid.description)
        Terminal.note("wrote \(out)")
    }
}
