import Database

extension VaultStore {
    /// Events that were stored and of which nobody noted yet that they reached the log.
    func pending() throws -> [Row] {
        try rows("WHERE e.pending = 1 ORDER BY e.position") { _ in }
    }

    /// Notes that an event reached the log; the caller holds a transaction.
    func markDone(_ id: Int64) throws {
        let statement = try connection.prepare("UPDATE events SET pending = 0 WHERE id = ?1 AND pending = 1")
        try statement.bind(1, id)
        try statement.run()
        try connection.execute("UPDATE progress SET records = records + \(connection.changes)")
    }

    /// Notes that all events reached the log; the caller holds a transaction.
    func markAllDone() throws {
        try connection.execute("UPDATE events SET pending = 0 WHERE pending = 1")
        try connection.execute("UPDATE progress SET records = records + \(connection.changes)")
    }

    /// How many records this vault holds that reached the log, as it counted them itself.
    func recordCount() throws -> UInt64 {
        UInt64(clamping: try connection.integer("SELECT records FROM progress") ?? 0)
    }

    /// Takes back an event that never reached the log, and its thread if nothing else is in it.
    func drop(_ row: Row) throws {
        for (sql, id) in [
            ("DELETE FROM evidence WHERE event = ?1", row.id), ("DELETE FROM events WHERE id = ?1", row.id),
            (
                "DELETE FROM threads WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM events WHERE thread = ?1)",
                row.thread
            ),
        ] {
            let statement = try connection.prepare(sql)
            try statement.bind(1, id)
            try statement.run()
        }
    }
}
