import Audit
import Files
import Foundation
import Ledger
import MerkleLog
import TestSupport

/// What an outsider holds of a log, as a folder that verifiers read.
struct Case: Sendable {
    let folder: String

    /// The newest checkpoint that was seen, within the folder.
    static let newest = "newest"

    func path(_ name: String) -> String { Path.join(folder, name) }

    func bytes(_ name: String) throws -> [UInt8] { try InputFile.contents(of: path(name)) }

    func keep(_ bytes: [UInt8], as name: String) throws {
        try Folder.make(Path.split(path(name)).folder)
        try ScratchFolder.place(bytes, at: path(name))
    }

    /// Keeps a receipt of every record, each against the newest checkpoint.
    func keepReceipts(of ledger: Ledger, as prefix: String) throws {
        var records = try ledger.openRecords().map { ($0.rid, $0.index) }
        try ledger.forEachSubjectRecord { records.append(($0.rid, $0.index)) }
        for (rid, index) in records {
            let receipt = try ledger.receipt(of: rid).serialized
            try keep(Array(receipt.utf8), as: "receipts/\(prefix)-\(index).tlog-proof")
        }
    }

    /// Keeps proofs from each checkpoint that was seen to the one after it, and to the newest.
    func keepConsistency(of ledger: Ledger) throws {
        var seen: [Checkpoint: SignedNote] = [:]
        for name in try Folder.names(in: path("checkpoints")) {
            let note = try SignedNote(parsing: bytes("checkpoints/\(name)"))
            seen[try Checkpoint(parsing: note.text)] = note
        }
        let checkpoints = seen.sorted { $0.key.size < $1.key.size }
        for (number, older) in checkpoints.enumerated() where older.key.size > 0 {
            for newer in Set([number + 1, checkpoints.count - 1]) where newer < checkpoints.count {
                let (old, new) = (older.key.size, checkpoints[newer].key.size)
                let hashes = try TileTree.consistencyProof(from: old, to: new) {
                    try ledger.tile(level: $0, index: $1)
                }
                let proof = ConsistencyProof(
                    oldSize: old, hashes: hashes, checkpoint: checkpoints[newer].value)
                try keep(Array(proof.serialized.utf8), as: "consistency/\(old)-\(new)")
            }
        }
    }
}
