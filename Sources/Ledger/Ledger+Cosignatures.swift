import Database
public import MerkleLog

extension Ledger {
    /// The newest checkpoint with the cosignatures of witnesses that the ledger keeps for it.
    ///
    /// - Throws: ``LedgerError/Code/corrupt`` where one cannot be read.
    public var cosignedCheckpoint: SignedNote {
        get throws {
            let newest = checkpoint
            let lines = try translating { try log.cosignatures(size: newest.checkpoint.size) }
            guard !lines.isEmpty else { return newest.note }
            // Read as one note, so that a damaged line is noticed here and not by whoever gets the checkpoint.
            guard let note = try? SignedNote(parsing: newest.note.serialized + lines.joined()),
                note.text == newest.note.text
            else { throw Self.unreadable(newest.checkpoint.size) }
            return note
        }
    }

    /// Every cosignature that the ledger keeps, in the order of the log.
    ///
    /// - Throws: ``LedgerError/Code/corrupt`` where one cannot be read.
    public var cosignatures: [KeptCosignature] {
        get throws {
            try translating {
                try log.cosignedSizes().map { row in
                    guard let signature = try? SignedNote(parsing: "-\n\n" + row.line).signatures.first else {
                        throw Self.unreadable(row.size)
                    }
                    return KeptCosignature(size: row.size, signature: signature)
                }
            }
        }
    }

    /// What a witness is asked: the newest checkpoint, and the proof that it extends the one the witness knows.
    ///
    /// - Parameter known: The size that the witness knows; nil for the last that it cosigned here.
    package func witnessRequest(for key: VerifierKey, from known: UInt64? = nil) throws -> ConsistencyProof {
        try checkSomething()
        let last = try translating { try log.lastCosigned(by: key.name) }
        return try consistencyProof(from: known ?? min(last ?? 0, checkpoint.checkpoint.size))
    }

    /// Keeps a cosignature that was checked, of a checkpoint that this ledger signed.
    package func keep(_ cosignature: Cosignature, size: UInt64) throws {
        try appending {
            try log.connection.transaction { try log.keep(cosignature.line, size: size) }
        }
    }

    private static func unreadable(_ size: UInt64) -> LedgerError {
        LedgerError(
            .corrupt, "A cosignature of the checkpoint with \(size) entries cannot be read.",
            hint: "Restore log.db from a backup, then run consentgate verify.")
    }
}
