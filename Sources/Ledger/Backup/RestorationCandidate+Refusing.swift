import Database
import Files
import MerkleLog

extension RestorationCandidate {
    /// Holds the new log against everything that was signed at this place: a log that goes another way is a fork.
    func holdAgainstSigned() throws {
        guard let existing else { return }
        let log = try LogStore(path: home.logDatabase, mode: .readWrite)
        guard let origin = try log.setting("origin") else {
            throw LedgerError(
                .invalidBackup, "The log in the backup does not say of which log it is.",
                hint: "Use another copy of the backup.")
        }
        let key = try LogSigner(name: origin, seed: try KeyFile.read(home.key(.log))).verifierKey
        let keys = try Self.keys(of: key, log, existing)
        let notes = Self.signedNotes(in: existing)
        if let other = notes.compactMap({ try? Checkpoint(parsing: $0.text) }).first(where: {
            $0.origin != origin
        }) {
            throw LedgerError(
                .mixture, "The backup is of the log \(origin), and here lies the log \(other.origin).",
                hint: "A ledger is no place for another: name a folder that is not there yet with --home.")
        }
        let signed = notes.compactMap { try? keys.verified($0) }
        let lies = PrivateFile.exists(existing.head) || PrivateFile.exists(existing.logDatabase)
        guard !signed.isEmpty || !lies else {
            throw LedgerError(
                .rolledBack,
                "Nobody can tell what was signed here last: neither head nor log.db has a checkpoint of this key.",
                hint:
                    "Restore keys of this ledger, too. If you know that nothing newer was signed, restore into a folder that is not there yet."
            )
        }
        let size = try log.size()
        for checkpoint in signed {
            let kept = checkpoint.head
            guard kept.size <= size, try log.root(of: kept.size) == kept.root else {
                throw LedgerError(
                    .rolledBack,
                    kept.size > size
                        ? "The log of the backup has \(size) entries, and \(kept.size) were signed here."
                        : "The log of the backup went another way than the \(kept.size) entries that were signed here.",
                    hint:
                        "Signing on would be a fork, which outsiders take for a forged log. Restore a newer log, or keep the one that lies here."
                )
            }
        }
    }

    /// The keys of the log as the backup and the ledger that lies here tell them: either may have changed it since.
    private static func keys(of key: VerifierKey, _ log: LogStore, _ existing: LedgerHome) throws
        -> KeySuccession
    {
        let there =
            PrivateFile.exists(existing.logDatabase)
            ? try? LogStore(path: existing.logDatabase, mode: .readOnly).keyTransitions() : nil
        do { return try KeySuccession(of: key, through: log.keyTransitions() + (there ?? [])) } catch {
            throw LedgerError(
                .rolledBack,
                "The log of the backup and the one that lies here changed their key in two ways.",
                hint:
                    "One of them is a fork, which outsiders take for a forged log. Keep the one that lies here."
            )
        }
    }

    /// What was signed at a place, as far as it can be read: its head, and the last checkpoint of its log.
    private static func signedNotes(in home: LedgerHome) -> [SignedNote] {
        let head = try? InputFile.contents(of: home.head, limit: 1 << 16)
        let last = try? Connection(path: home.logDatabase, mode: .readOnly)
            .text("SELECT note FROM checkpoints ORDER BY size DESC LIMIT 1")
        return [head, last.map { Array($0.utf8) }].compactMap { bytes in
            bytes.flatMap { try? SignedNote(parsing: $0) }
        }
    }

    /// What is wrong within one file, and was when it was copied: the ledger that was backed up had it, too.
    private static let bearable: Set<Mismatch.Code> = [
        .records, .threadKeys, .misfiled, .openRecords, .tiles, .count, .recordsMissing, .sourcesMissing,
    ]

    /// Refuses parts that were never one ledger; damage within a part is told and left to the examination.
    mutating func refuseMixtures(_ context: LedgerContext) throws {
        var bearable = Self.bearable
        if acceptingOlderSuppression { bearable.insert(.tagsMissing) }
        let wrong = LedgerConsistency(of: home, context: context).mismatches.filter { !$0.settlesItself }
        remarks += wrong.filter { bearable.contains($0.code) }.map(\.problem)
        let refused = wrong.filter { !bearable.contains($0.code) }
        if let first = refused.first {
            throw LedgerError(
                .mixture,
                (["These parts do not make a ledger:"] + refused.map(\.problem)).joined(separator: "\n"),
                hint: first.remedy)
        }
        try refuseOlderSuppression()
    }

    /// Whom a tombstone names is on the do-not-mail list since; a copy from before does not have them.
    private mutating func refuseOlderSuppression() throws {
        guard !hasTagsOfHome, let newest = holders(of: .suppress).map(\.manifest.size).max() else { return }
        let log = try LogStore(path: home.logDatabase, mode: .readWrite)
        let statement = try log.connection.prepare("SELECT count(*) FROM erased WHERE tombstone >= ?1")
        try statement.bind(1, Int64(clamping: newest))
        guard try statement.step(), statement.integer(0) > 0 else { return }
        guard acceptingOlderSuppression else {
            throw LedgerError(
                .mixture,
                "The do-not-mail list was copied before the latest erasure, and lacks whom it concerned.",
                hint:
                    "Name the newest backup of it, too; copies are united. If there is none, say --accept-older-suppress: then who was erased since may be mailed again."
            )
        }
        remarks.append(
            "The do-not-mail list is older than the latest erasure: who was erased since may be mailed again."
        )
    }
}
