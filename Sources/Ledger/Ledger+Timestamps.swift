public import Cryptography
import Database
package import MerkleLog

extension Ledger {
    /// Asks for a trusted timestamp over the newest checkpoint: the request to send to an authority.
    ///
    /// - Throws: ``LedgerError/Code/nothingToVouchFor`` for a log without entries.
    package func timestampRequest() throws -> TimestampRequest {
        try checkSomething()
        return try TimestampRequest(imprint: checkpoint.note.imprint, random: context.random)
    }

    /// Keeps a token that was checked, with the checkpoint that it is of.
    ///
    /// - Throws: ``LedgerError/Code/foreignVoucher`` where this ledger signed no such checkpoint.
    @discardableResult
    public func keep(_ token: TimestampToken) throws -> KeptTimestamp {
        let size = try appending {
            guard let size = try log.checkpointSize(imprint: token.imprint) else {
                throw LedgerError(
                    .foreignVoucher, "The timestamp is of no checkpoint that this ledger signed.",
                    hint: "Take the answer to the request that consentgate timestamp --request wrote here.")
            }
            try log.connection.transaction { try log.keep(token, size: size) }
            return size
        }
        return KeptTimestamp(size: size, token: token)
    }

    /// Every timestamp that the ledger keeps, in the order of the log.
    ///
    /// - Throws: ``LedgerError/Code/corrupt`` where one cannot be read.
    public var timestamps: [KeptTimestamp] {
        get throws {
            try translating {
                try log.timestamps().map { row in
                    guard let token = try? TimestampToken(parsing: row.token) else {
                        throw LedgerError(
                            .corrupt, "The timestamp over \(row.size) entries cannot be read.",
                            hint: "Restore log.db from a backup, then run consentgate verify.")
                    }
                    return KeptTimestamp(size: row.size, token: token)
                }
            }
        }
    }

    /// The text of the checkpoint with so many entries, which a timestamp over it is of; nil beyond the log.
    package func checkpointText(size: UInt64) throws -> String? {
        guard size <= checkpoint.checkpoint.size else { return nil }
        return try translating {
            try Checkpoint(origin: origin, size: size, root: try log.root(of: size)).text
        }
    }

    /// The proof that the newest checkpoint extends the one with so many entries.
    package func consistencyProof(from size: UInt64) throws -> ConsistencyProof {
        let newest = checkpoint
        let hashes = try translating {
            try TileTree.consistencyProof(from: size, to: newest.checkpoint.size) {
                try log.tile(level: $0, index: $1)
            }
        }
        return ConsistencyProof(oldSize: size, hashes: hashes, checkpoint: newest.note)
    }

    /// Refuses to have nothing vouched for.
    func checkSomething() throws(LedgerError) {
        guard checkpoint.checkpoint.size > 0 else {
            throw LedgerError(
                .nothingToVouchFor, "The log has no entries yet.",
                hint: "Record something first, such as: consentgate init --controller NAME")
        }
    }
}
