import Database

/// What is done about events that a killed process left between vault and log.
enum Recovery {
    /// Keeps what reached the log and drops what did not; nobody was answered about the latter.
    static func finish(vault: VaultStore, log: LogStore) throws {
        let pending = try vault.pending()
        guard !pending.isEmpty else { return }
        try vault.connection.transaction {
            for row in pending {
                if try log.leaf(at: row.position) == row.leaf {
                    try vault.markDone(row.id)
                } else {
                    try vault.drop(row)
                }
            }
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
        guard found != expected else { return }
        let older = found < expected ? "vault.db" : "log.db"
        throw LedgerError(
            .rolledBack,
            "The log has \(expected) records of subjects, and the vault \(found): an older \(older) lies here.",
            hint:
                "Restore the newest \(older). Until then nobody is vetted, for people may have withdrawn since."
        )
    }
}
