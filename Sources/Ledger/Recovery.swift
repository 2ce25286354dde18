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
}
