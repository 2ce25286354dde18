import ArgumentParser
import CanonicalJSON
import Files
import Ledger
import MerkleLog
import Rights

/// Gives a receipt of one record.
struct ReceiptGiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "give",
        abstract: "Give a receipt of one record, in one of five forms.",
        discussion: """
              tlog-proof  the proof that the record lies in the log (C2SP); for every record
              html        one page in plain words, with the proof in it
              json        the same for programs
              dpv         ISO/IEC TS 27560 with the W3C Data Privacy Vocabulary, JSON-LD
              kantara     Kantara Consent Receipt 1.1; of a yes alone

            A form that must say what nobody told is refused, with what to tell. Its holder
            can verify this record and learns nothing of any other.

            Example:
              consentgate receipt give 5f0c…9a --form html --language de --out receipt.html
            """)

    @Argument(help: "The name of the record, as record and show give it.")
    var rid: String

    @Option(
        name: .customLong("form"),
        help: ArgumentHelp(
            "The form: \(ReceiptForm.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "form"),
        completion: .list(ReceiptForm.allCases.map(\.rawValue)))
    var chosen = ReceiptForm.proof.rawValue

    @Option(help: ArgumentHelp("Write it to a file.", valueName: "file"), completion: .file())
    var out: String?

    @OptionGroup var letter: LetterOptions
    @OptionGroup var place: LedgerOptions

    func run() throws {
        let rid = try Typed.record(rid)
        guard let form = ReceiptForm(rawValue: chosen) else {
            throw Typed.unknown("form", chosen, among: ReceiptForm.allCases.map(\.rawValue))
        }
        let words = try Words.of(Typed.language(letter.language))
        let ledger = try place.open(create: false)
        let text = try Self.text(of: rid, form, words, in: ledger)
        guard let out else { return try Terminal.answer(text) }
        try StagedFile.replace(out, with: Array(text.utf8), mode: 0o600, token: rid.description)
        Terminal.note("wrote \(out)")
    }

    private static func text(
        of rid: RecordID, _ form: ReceiptForm, _ words: Words, in ledger: Ledger
    ) throws -> String {
        switch form {
        case .proof: try ledger.receipt(of: rid).serialized
        case .html: try ConsentReceipt(of: rid, in: ledger).page(words)
        case .json: try ConsentReceipt(of: rid, in: ledger).json().pretty
        case .dpv: try ConsentReceipt(of: rid, in: ledger).dpv().pretty
        case .kantara: try ConsentReceipt(of: rid, in: ledger).kantara().pretty
        }
    }
}
