import Consent
import Cryptography
import Database
import Files
import MerkleLog

/// The last signed checkpoint, kept outside of the databases so that a database put back from yesterday is noticed.
enum HeadFile {
    /// Brings a checkpoint to the disk.
    ///
    /// Returns only when it is there: nothing that it covers is shown before.
    static func write(_ checkpoint: VerifiedCheckpoint, home: LedgerHome) throws {
        try HeadDraft(checkpoint, home: home).commit()
    }

    /// Reads the head and checks that this ledger signed it.
    static func read(_ home: LedgerHome, key: VerifierKey) throws -> VerifiedCheckpoint {
        guard PrivateFile.exists(home.head) else {
            throw LedgerError(
                .missing, "The file \(home.head) is missing: nobody can tell whether this log is the newest.",
                hint: "Restore head together with log.db, from the newest backup of both.")
        }
        let bytes = try InputFile.contents(of: home.head, limit: 1 << 16)
        guard let note = try? SignedNote(parsing: bytes), let head = try? key.verified(note, origin: key.name)
        else {
            throw LedgerError(
                .corrupt, "The file \(home.head) is no checkpoint that this ledger signed.",
                hint: "Restore head and the keys folder from the newest backup.")
        }
        return head
    }

    /// Holds the log against the head and gives the newest checkpoint; signs what a killed process left unsigned.
    ///
    /// - Throws: ``LedgerError/Code/rolledBack`` if the log does not extend the head.
    static func settle(
        _ home: LedgerHome, log: LogStore, signer: LogSigner, context: LedgerContext
    ) throws -> VerifiedCheckpoint {
        let head = try read(home, key: signer.verifierKey)
        try require(log, extends: head)
        if let record = try log.lastOpenRecord(.keyChanged),
            KeyChangeRecord(record.json)?.to != signer.verifierKey
        {
            // Another process changed the key and died before it was done; whoever opens the ledger finishes it. The head
            // may be signed by both keys then, and fit.
            throw LedgerError(
                .storage, "The key of the log was changed while this ledger was open.",
                hint: "Nothing was recorded. Run the command again.")
        }
        let size = try log.size()
        guard size > head.checkpoint.size else { return head }
        return try sign(size, home, log, signer, at: context.now().seconds)
    }

    /// Holds the log against a head: what was signed must not vanish, nor become something else.
    static func require(_ log: LogStore, extends head: VerifiedCheckpoint) throws {
        let kept = head.checkpoint
        let size = try log.size()
        guard size >= kept.size else {
            throw LedgerError(
                .rolledBack, "The log has \(size) entries, but this ledger has signed \(kept.size).",
                hint: "An older log.db lies here. Restore the newest; what was signed must not vanish.")
        }
        guard try log.root(of: kept.size) == kept.root else {
            throw LedgerError(
                .rolledBack,
                "The first \(kept.size) entries of the log are not those that this ledger signed.",
                hint: "log.db was changed or belongs to another ledger. Restore it from a backup.")
        }
    }

    private static func sign(
        _ size: UInt64, _ home: LedgerHome, _ log: LogStore, _ signer: LogSigner, at now: Int64
    ) throws -> VerifiedCheckpoint {
        let newest = try signer.sign(
            Checkpoint(origin: signer.verifierKey.name, size: size, root: try log.root(of: size)))
        try log.connection.transaction {
            try log.save(checkpoint: newest.note.serialized, size: size, signedAt: now)
        }
        try write(newest, home: home)
        return newest
    }
}
