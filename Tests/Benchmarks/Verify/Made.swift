import Consent
import Cryptography
import Ledger
import MerkleLog
import TestSupport

/// What can be made to be verified.
enum Made: String {
    /// An exported log of entries that commit to nothing.
    case log
    /// A ledger of opt-ins of as many people.
    case ledger

    /// Makes it in a folder that does not exist.
    func write(to folder: String, entries: UInt64) throws {
        switch self {
        case .log: try Self.writeLog(to: folder, entries: entries)
        case .ledger: try Self.writeLedger(to: folder, entries: entries)
        }
    }

    private static func writeLog(to folder: String, entries: UInt64) throws {
        let random = SeededRandom(seed: 1)
        guard let seed = SecretKey(bytes: try random.bytes(32)) else { return }
        let signer = try LogSigner(name: "ledger.example/bench", seed: seed)
        // As long as every leaf: what kind of entry it is, and a commitment.
        try MadeLog(in: folder).write(size: entries, signedBy: signer) { _ in [0x01] + (try random.bytes(32))
        }
    }

    private static func writeLedger(to folder: String, entries: UInt64) throws {
        let ledger = try Ledger(at: LedgerHome(path: folder), context: .system())
        if let controller = Controller(name: "Example GmbH", country: "DE") { try ledger.name(controller) }
        let wording = try WordingFile(parsing: Array(WordingFile.example.utf8), name: "newsletter.md")
        _ = try ledger.publish(wording)
        let evidence = Array("<form>Yes, send me the newsletter.</form>".utf8)
        var batch: [SubjectAct] = []
        for number in 0..<entries {
            var act = SubjectAct(
                .given, address: try EmailAddress(parsing: "reader\(number)@example.org"),
                purpose: .newsletter)
            act.occurredAt = Instant(seconds: 1_760_000_000 + Int64(number))
            act.wording = WordingReference(parsing: "newsletter@1")
            act.method = .webForm
            act.evidence = [.init(bytes: evidence, kind: "html", keeping: .hashOnly)]
            batch.append(act)
            guard batch.count == 4096 || number == entries - 1 else { continue }
            _ = try ledger.record(batch: batch)
            batch.removeAll(keepingCapacity: true)
        }
    }
}
