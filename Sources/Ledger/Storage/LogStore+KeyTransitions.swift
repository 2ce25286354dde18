import Cryptography
import MerkleLog

extension LogStore {
    /// Every change of the log's key, with its proof, oldest first.
    ///
    /// - Throws: ``LedgerError/Code/corrupt`` where one does not hold.
    func keyTransitions() throws -> [KeyTransition] {
        try openRecords(.keyChanged).map { record in
            guard let note = try transitionNote(record),
                let transition = try? KeyTransition(
                    reading: TransparencyProof(
                        extra: Commitment.disclosed(opening: record.opening, record: record.record),
                        index: record.index, hashes: inclusion(of: record.index), checkpoint: note))
            else {
                throw LedgerError(
                    .corrupt, "The change of the log's key in entry \(record.index) does not hold.",
                    hint: "Restore log.db from a backup, then run consentgate verify.")
            }
            return transition
        }
    }

    /// The checkpoint that ends with the record of a change, which both keys signed; nil where there is none.
    func transitionNote(_ record: OpenRecord) throws -> SignedNote? {
        try checkpoint(size: record.index + 1).flatMap { try? SignedNote(parsing: Array($0.utf8)) }
    }

    private func inclusion(of last: UInt64) throws -> [Digest] {
        try TileTree.inclusionProof(of: last, in: last + 1) { try self.tile(level: $0, index: $1) }
    }
}
