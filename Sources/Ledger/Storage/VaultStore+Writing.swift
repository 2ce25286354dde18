import Database

extension VaultStore {
    /// An event that was stored and of which nobody noted yet that it reached the log.
    struct Pending {
        let id: Int64
        let thread: Int64
        let position: UInt64
        let leaf: [UInt8]
    }

    /// All such events, in their order.
    ///
    /// They are those of one commit at most, and the last of all: whoever appends settles them first. Of what they say
    /// nothing is read.
    func pending() throws -> [Pending] {
        let statement = try connection.prepare(
            "SELECT id, thread, position, leaf, pending FROM events ORDER BY position DESC")
        var pending: [Pending] = []
        while try statement.step(), statement.integer(4) == 1 {
            pending.append(
                Pending(
                    id: statement.integer(0), thread: statement.integer(1),
                    position: UInt64(clamping: statement.integer(2)), leaf: statement.bytes(3)))
        }
        return pending.reversed()
    }

    /// Notes that an event reached the log; the caller holds a transaction.
    func markDone(_ id: Int64) throws {
        let statement = try connection.prepare("UPDATE events SET pending = 0 WHERE id = ?1 AND pending = 1")
        try statement.bind(1, id)
        try statement.run()
        try count(connection.changes)
    }

    /// Notes that all events from a place on reached the log; the caller holds a transaction.
    func markAllDone(from first: UInt64) throws {
        let statement = try connection.prepare(
            "UPDATE events SET pending = 0 WHERE position >= ?1 AND pending = 1")
        try statement.bind(1, Int64(clamping: first))
        try statement.run()
        try count(connection.changes)
    }

    private func count(_ records: Int) throws {
        let statement = try connection.prepare("UPDATE progress SET records = records + ?1")
        try statement.bind(1, Int64(records))
        try statement.run()
    }

    /// How many records this vault holds that reached the log, as it counted them itself.
    func recordCount() throws -> UInt64 {
        UInt64(clamping: try connection.integer("SELECT records FROM progress") ?? 0)
    }

    /// Takes back an event that never reached the log, and its thread if nothing else is in it.
    func drop(_ row: Pending) throws {
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
