import Database

/// Deletes records from the vault, with their evidence and, after the last of a thread, its key.
///
/// Used within one transaction of the vault and under the ledger's lock.
final class VaultEraser {
    private let connection: Connection
    private let eventQuery: Statement
    private let evidenceQuery: Statement
    private let evidenceDeletion: Statement
    private let eventDeletion: Statement
    private var residue = Residue()
    /// Threads of which a record was deleted, with the subject and the wrapped key.
    private var threads: [Int64: (lookup: [UInt8], wrappedKey: [UInt8])] = [:]

    init(_ vault: VaultStore) throws {
        connection = vault.connection
        eventQuery = try connection.prepare(
            """
            SELECT e.id, e.thread, t.lookup, t.wrapped_key, substr(e.payload, 1, 32), substr(e.payload, -32), e.idempotency
            FROM events e JOIN threads t ON t.id = e.thread WHERE e.position = ?1 AND \(VaultStore.reached)
            """)
        evidenceQuery = try connection.prepare(
            "SELECT substr(sealed, 1, 32), substr(sealed, -32) FROM evidence WHERE event = ?1")
        evidenceDeletion = try connection.prepare("DELETE FROM evidence WHERE event = ?1")
        eventDeletion = try connection.prepare("DELETE FROM events WHERE id = ?1")
    }

    /// Deletes the record of an entry and its evidence; nothing happens where there is none.
    func erase(_ position: UInt64) throws {
        var events: [Int64] = []
        try eventQuery.bind(1, Int64(clamping: position))
        while try eventQuery.step() {
            events.append(eventQuery.integer(0))
            threads[eventQuery.integer(1)] = (eventQuery.bytes(2), eventQuery.bytes(3))
            for column in Int32(4)...6 { residue.add(eventQuery.bytes(column)) }
        }
        eventQuery.reset()
        for event in events {
            try evidenceQuery.bind(1, event)
            while try evidenceQuery.step() {
                for column in Int32(0)...1 { residue.add(evidenceQuery.bytes(column)) }
            }
            evidenceQuery.reset()
            try delete(evidenceDeletion, event)
            try delete(eventDeletion, event)
        }
    }

    /// Deletes the keys of threads that have no record left, and what the vault tells of subjects without a thread.
    ///
    /// - Parameter erased: How many entries tombstones name now.
    /// - Returns: What was deleted, to look for it.
    func finish(erased: UInt64) throws -> Residue {
        let marks = try connection.prepare(
            "DELETE FROM erasing WHERE thread = ?1 AND NOT EXISTS (SELECT 1 FROM events WHERE thread = ?1)")
        let keys = try connection.prepare(
            "DELETE FROM threads WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM events WHERE thread = ?1)")
        let others = try connection.prepare("SELECT 1 FROM threads WHERE lookup = ?1")
        for (thread, (_, wrappedKey)) in threads {
            try delete(marks, thread)
            try delete(keys, thread)
            if connection.changes > 0 { residue.add(wrappedKey) }
        }
        for lookup in Set(threads.values.map(\.lookup)) {
            try others.bind(1, lookup)
            let isGone = try !others.step()
            others.reset()
            if isGone {
                try VettedLists(connection).erase(subject: lookup)
                residue.add(lookup)
            }
        }
        let progress = try connection.prepare("UPDATE progress SET erased = ?1, undestroyed = 1")
        try progress.bind(1, Int64(clamping: erased))
        try progress.run()
        return residue
    }

    private func delete(_ statement: borrowing Statement, _ row: Int64) throws {
        try statement.bind(1, row)
        try statement.run()
    }
}
