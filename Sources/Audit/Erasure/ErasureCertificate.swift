import CanonicalJSON
import Consent
public import Ledger
import MerkleLog

/// The statement that somebody was erased, to be handed to whoever asked for it.
///
/// It holds the receipt of the tombstone, and no address: it reads the same for somebody of whom nothing was recorded. What
/// it says of the controller, of backups and of what is kept is the controller's word; day and entries stand in the log.
public struct ErasureCertificate: Hashable, Sendable {
    /// The value of the member `format`.
    package static let format = "consentgate-erasure/v1"
    /// How long backups of the vault are kept unless told otherwise, in days.
    public static let daysOfBackups = 30

    /// Who erased.
    let controller: String?
    /// The day of the erasure, in UTC.
    let erasedOn: String
    /// The day on which the last backup from before it is gone.
    public let backupsClearOn: String
    /// What is kept, why and until when.
    let hold: Hold?
    /// The C2SP tlog-proof of the tombstone.
    let receipt: String
    /// The key that comes with the file: believe it as far as the way by which the file came.
    let verifierKey: VerifierKey

    /// The certificate of a tombstone, whose destruction is finished.
    ///
    /// - Parameters:
    ///   - tombstone: The name of its record.
    ///   - hold: What is kept; nil where nothing was told of it.
    ///   - days: How long backups of the vault are kept.
    ///   - ledger: The ledger it lies in.
    /// - Throws: ``AuditError/Code/unrecognised`` where the record is no tombstone, or `LedgerError`.
    public init(of tombstone: RecordID, hold: Hold?, daysOfBackups days: Int, in ledger: Ledger) throws {
        guard let record = try ledger.openRecord(tombstone), record.kind == .subjectsErased else {
            throw AuditError(
                .unrecognised, "The record \(tombstone) is no tombstone.",
                hint: "The names of tombstones stand in: consentgate audit ledger")
        }
        controller = ledger.controller?.name
        erasedOn = record.recordedAt.day
        let seconds = Int64(min(max(days, 0), 36_500)) * 86_400
        backupsClearOn = record.recordedAt.advanced(by: seconds).day
        self.hold = hold
        receipt = try ledger.receipt(of: tombstone).serialized
        verifierKey = ledger.verifierKey
    }

    /// Reads a certificate, and refuses one that this program would have written in another way.
    init(parsing bytes: [UInt8]) throws(Failure) {
        guard let json = try? JSONValue(reading: bytes), json["format"]?.text == Self.format,
            let erasedOn = json["erasedOn"]?.text, let clear = json["backupsClearOn"]?.text,
            let receipt = json["receipt"]?.text,
            let key = json["verifierKey"]?.text.flatMap({ try? VerifierKey(parsing: $0) })
        else { throw Failure(problem: "it is not a certificate of the format \(Self.format)") }
        controller = json["controller"]?.text
        self.erasedOn = erasedOn
        backupsClearOn = clear
        hold = json["kept"].flatMap(Self.hold)
        self.receipt = receipt
        verifierKey = key
        // One spelling, so that no sentence of the file can change unnoticed.
        guard bytes == self.bytes else {
            throw Failure(problem: "it was changed: it is not written as certificates are")
        }
    }

    /// Why a file is no certificate.
    struct Failure: Error {
        let problem: String
    }

    private static func hold(_ json: JSONValue) -> Hold? {
        guard let day = json["until"]?.text, let until = try? Instant(parsing: day + "T00:00:00Z"),
            let basis = json["basis"]?.text.flatMap(Hold.Basis.init(rawValue:))
        else { return nil }
        return Hold(until: until, basis: basis)
    }

    /// The content of the file.
    public var bytes: [UInt8] { Array(json.pretty.utf8) }

    private var json: JSONValue {
        .object(of: [
            "format": .string(Self.format), "controller": controller.map { .string($0) },
            "erasedOn": .string(erasedOn), "backupsClearOn": .string(backupsClearOn),
            "kept": hold.map {
                .object(of: ["until": .string($0.until.day), "basis": .string($0.basis.rawValue)])
            },
            "statement": .array(sentences.map { .string($0) }), "receipt": .string(receipt),
            "verifierKey": .string(verifierKey.text),
        ])
    }

    /// What the certificate says, in plain words.
    public var sentences: [String] {
        var told = [
            "On \(erasedOn) (UTC) \(controller ?? "the controller") erased what its consent ledger held of whoever this certificate is handed to.",
            "Gone are the records, the files that showed what happened, and the keys without which nobody can read a copy.",
            "What stays: entries in a public log that nobody can open any more, the day of the erasure, and a keyed mark "
                + "from which no address can be read, so that no list brings the person back (Art. 17(3)(b) and 21(3) GDPR).",
        ]
        if let hold {
            told.append(
                "Kept until \(hold.until.day), and used for nothing else: what is needed for \(hold.basis.words) "
                    + "(Art. \(hold.basis.rawValue) GDPR).")
        } else {
            told.append("What an earlier certificate told to be kept stays until the day that it told.")
        }
        return told + [
            "Backups from before the erasure are gone on \(backupsClearOn).",
            "This certificate reads the same for somebody of whom nothing was recorded.",
            "The receipt proves that the tombstone lies in the log. Check it with: consentgate verify FILE",
        ]
    }
}
