import Database

/// What is done about events that a killed process left between vault and log.
enum Recovery {
    /// Keeps what reached the log and drops what did not; nobody was answered about the latter.
    static func finish(vault: VaultStore, log: LogStore) throws {
        let pending = try vault.pending()
        guard !pending.isEmpty else { return }
        // One commit of the log took them all, or none; whatever else lies here is looked at one by one.
        let reached = try pending.map { try log.leaf(at: $0.position) == $0.leaf }
        try vault.connection.transaction {
            var kept: [UInt64] = []
            for (row, isThere) in zip(pending, reached) {
                if isThere {
                    kept.append(row.position)
                } else {
                    try vault.drop(row)
                }
            }
            // What reached the log has a place in it, which another follows.
            if let last = kept.last { try vault.settle(upTo: last + 1, count: kept.count) }
        }
    }

    /// Destroys what tombstones name and the vault still holds.
    ///
    /// A process was killed after its tombstone, or a vault from before an erasure was put back. Erasures follow one
    /// another, so the number that the vault has taken in tells whether it lacks any.
    static func destroyAgain(vault: VaultStore, log: LogStore) throws {
        let named = try log.erasedCount()
        guard try vault.erasureProgress().erased < named else { return }
        try vault.connection.transaction {
            let eraser = try VaultEraser(vault)
            try log.forEachErased { position, _ in try eraser.erase(position) }
            _ = try eraser.finish(erased: named)
        }
    }

    /// Holds the vault against the log by their numbers: each entry of the log is an open record or lies in the vault.
    ///
    /// Each of two files put back from yesterday is whole in itself; together they would let people pass who have
    /// withdrawn since, or give one place of the log to two records.
    static func compare(vault: VaultStore, log: LogStore) throws {
        let open = UInt64(clamping: try log.connection.integer("SELECT count(*) FROM open_records") ?? 0)
        let size = try log.size()
        let expected = size >= open ? size - open : 0
        let found = try vault.recordCount()
        let named = try log.erasedCount()
        let erased = try vault.erasureProgress().erased
        guard found != expected || erased != named else { return }
        let older = found < expected ? "vault.db" : "log.db"
        throw LedgerError(
            .rolledBack,
            found == expected
                ? "The log names \(named) erased records, and the vault \(erased): an older log.db lies here."
                : "The log has \(expected) records of subjects, and the vault \(found): an older \(older) lies here.",
            hint:
                "Restore the newest \(older). Until then nobody is vetted, for people may have withdrawn since."
        )
    }
}
