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
            """
            SELECT id, thread, position, leaf FROM events
            WHERE position >= (SELECT settled FROM progress) ORDER BY position
            """)
        var pending: [Pending] = []
        while try statement.step() {
            pending.append(
                Pending(
                    id: statement.integer(0), thread: statement.integer(1),
                    position: UInt64(clamping: statement.integer(2)), leaf: statement.bytes(3)))
        }
        return pending
    }

    /// Notes that all pending events below a place, and how many they are, reached the log; the caller holds a transaction.
    func settle(upTo end: UInt64, count: Int) throws {
        let statement = try connection.prepare(
            "UPDATE progress SET settled = max(settled, ?1), records = records + ?2")
        try statement.bind(1, Int64(clamping: end))
        try statement.bind(2, Int64(count))
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
