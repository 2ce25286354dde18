import Audit
import Consent
import Cryptography
import Database
import Files
import Foundation
import Ledger
import MerkleLog
import TestSupport
import Testing

/// What somebody may do to a log, from a careless copy to the controller itself, who has the key and signs anew.
enum Forgery: String, CaseIterable, Sendable {
    // What anybody can do to the files.
    case changedEntry, changedTile, changedUpperTile, cutOffEntries, missingTile, strayTile
    case changedSignature, otherKey, changedReceipt, transitionOfOneKey
    // What only the holder of the key can do.
    case rewritten, truncated, forked, splitView, backDatedInsertion, backDatedReceipt, backDatedRecord
    case hiddenRecord

    /// How the program itself is asked about it, in the folder of the case.
    var question: String {
        switch self {
        case .changedEntry, .changedTile, .changedUpperTile, .cutOffEntries, .missingTile, .strayTile,
            .changedSignature, .otherKey, .transitionOfOneKey:
            "consentgate verify log --key vkey"
        case .rewritten, .truncated, .forked, .splitView, .backDatedInsertion:
            "consentgate verify log --key vkey --older \(Case.newest)"
        case .changedReceipt, .backDatedReceipt: "consentgate verify receipts/entry-1.tlog-proof --key vkey"
        case .backDatedRecord, .hiddenRecord: "consentgate verify --home ledger"
        }
    }

    /// Does it to a copy of an honest case.
    func forge(_ forged: Case, of mixed: MixedLog) throws {
        switch self {
        case .changedEntry: try flip("log/tile/entries/001", of: forged)
        case .changedTile: try flip("log/tile/0/002", of: forged)
        case .changedUpperTile: try flip("log/tile/1/000.p/\(try size(of: mixed) / 256)", of: forged)
        case .cutOffEntries:
            try forged.keep(
                Array(forged.bytes("log/tile/entries/000").dropLast()), as: "log/tile/entries/000")
        case .missingTile: try PrivateFile.remove(forged.path("log/tile/0/000"))
        case .strayTile: try forged.keep(forged.bytes("log/tile/0/000"), as: "log/tile/0/777")
        case .changedSignature:
            let text = String(decoding: try forged.bytes("log/checkpoint"), as: UTF8.self)
            let place = text.index(text.endIndex, offsetBy: -20)
            let other = text[place] == "A" ? "B" : "A"
            try forged.keep(
                Array((text[..<place] + other + text[text.index(after: place)...]).utf8), as: "log/checkpoint"
            )
        case .transitionOfOneKey:
            let name = "log/transitions/\(try transition(of: mixed)).tlog-proof"
            let lines = String(decoding: try forged.bytes(name), as: UTF8.self).split(
                separator: "\n", omittingEmptySubsequences: false)
            try forged.keep(Array((lines.dropLast(2) + [""]).joined(separator: "\n").utf8), as: name)
        case .changedReceipt: try change(forged) { $0.replacingOccurrences(of: "Example", with: "Another") }
        case .backDatedReceipt:
            try change(forged) { $0.replacingOccurrences(of: #""at":"20"#, with: #""at":"19"#) }
        case .backDatedRecord: try backDateRecord(forged, mixed)
        case .hiddenRecord: try hideRecord(forged, mixed)
        case .otherKey, .rewritten, .truncated, .forked, .splitView, .backDatedInsertion:
            try signAnew(forged, mixed)
        }
    }

    private func flip(_ name: String, of forged: Case) throws {
        var bytes = try forged.bytes(name)
        bytes[bytes.count / 2] ^= 1
        try forged.keep(bytes, as: name)
    }

    /// Entries of the log when its key changed.
    private func transition(of mixed: MixedLog) throws -> UInt64 {
        try #require(try mixed.ledger().keySuccession.transitions.first?.size)
    }

    private func size(of mixed: MixedLog) throws -> UInt64 { try mixed.ledger().checkpoint.checkpoint.size }

    /// Builds another log and signs it, with the log's own key but for one.
    private func signAnew(_ forged: Case, _ mixed: MixedLog) throws {
        let ledger = try mixed.ledger()
        let size = ledger.checkpoint.checkpoint.size
        var entries: [[UInt8]] = []
        try ledger.forEachEntry(from: 0, to: size) { entries.append($1) }
        let made = Commitment.leaf(opening: [UInt8](repeating: 7, count: 32), record: Array("{}".utf8))
        switch self {
        case .rewritten: entries[500] = made
        case .truncated: entries.removeLast(100)
        case .forked: for index in 700..<entries.count { entries[index][1] ^= 0xFF }
        case .backDatedInsertion: entries.insert(made, at: 10)
        case .splitView: entries[entries.count - 1] = made
        default: break
        }
        let seed = try String(contentsOfFile: ledger.home.key(.log), encoding: .utf8).dropLast()
        let own = SecretKey(hex: String(seed))
        let used = self == .otherKey ? SecretKey(bytes: [UInt8](repeating: 1, count: 32)) : own
        let signer = try LogSigner(name: ledger.origin, seed: #require(used))
        let folder = forged.path("log")
        let key = try forged.bytes("log/vkey")
        let other = forged.path("other")
        let signed = try MadeLog(in: other).write(size: UInt64(entries.count), signedBy: signer) {
            entries[Int($0)]
        }
        guard self != .splitView else {
            // Two readers were shown two logs of one size: this one kept what the other was shown.
            for name in ["checkpoints/other", Case.newest] { try forged.keep(signed.note.bytes, as: name) }
            return
        }
        try Folder.remove(folder)
        try Folder.move(other, to: folder)
        // Whoever forges leaves the key that everybody knows where it was.
        try forged.keep(key, as: "log/vkey")
    }

    /// Changes the record in a receipt, and leaves its proof as it is.
    private func change(_ forged: Case, _ body: (String) -> String) throws {
        let name = "receipts/entry-1.tlog-proof"
        let proof = try TransparencyProof(parsing: forged.bytes(name))
        let parts = try #require(proof.extra.flatMap { Commitment.parts(of: $0) })
        let record = Array(body(String(decoding: parts.record, as: UTF8.self)).utf8)
        try #require(record != parts.record)
        let changed = TransparencyProof(
            extra: Commitment.disclosed(opening: parts.opening, record: record), index: proof.index,
            hashes: proof.hashes, checkpoint: proof.checkpoint)
        try forged.keep(Array(changed.serialized.utf8), as: name)
    }

    /// A copy of the ledger within the case.
    private func copyLedger(_ forged: Case, _ mixed: MixedLog) throws -> LedgerHome {
        let home = LedgerHome(path: forged.path("ledger"))
        try FileManager.default.copyItem(atPath: mixed.ledger().home.path, toPath: home.path)
        return home
    }

    /// The controller sets the clock back by a year and records a yes.
    private func backDateRecord(_ forged: Case, _ mixed: MixedLog) throws {
        let home = try copyLedger(forged, mixed)
        let lastYear = LedgerContext.system().now().advanced(by: -365 * 86_400)
        let ledger = try Ledger(
            at: home, context: LedgerContext(now: { lastYear }, random: SystemRandom()), create: false)
        var act = SubjectAct(
            .given, address: try EmailAddress(parsing: "late@example.org"), purpose: .newsletter)
        act.occurredAt = lastYear
        act.method = .webForm
        let recorded = try ledger.record(act)
        try Folder.remove(forged.path("log"))
        try LogExport.write(ledger, to: forged.path("log"))
        let receipt = try ledger.receipt(of: recorded.rid).serialized
        try forged.keep(Array(receipt.utf8), as: "receipts/entry-\(recorded.index).tlog-proof")
    }

    /// The controller loses a record, and no tombstone says that it was erased.
    private func hideRecord(_ forged: Case, _ mixed: MixedLog) throws {
        let home = try copyLedger(forged, mixed)
        let connection = try Connection(path: home.vaultDatabase, mode: .readWrite)
        try connection.execute(
            "DELETE FROM evidence WHERE event IN (SELECT id FROM events WHERE position = 40)")
        try connection.execute("DELETE FROM events WHERE position = 40")
        try PrivateFile.remove(forged.path("receipts/entry-40.tlog-proof"))
    }
}
