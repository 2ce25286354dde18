import Consent
import Cryptography
import Database

extension VaultStore {
    /// The thread of a subject and a purpose, or nil.
    func thread(_ lookup: [UInt8], _ purpose: Purpose) throws -> (id: Int64, wrappedKey: [UInt8])? {
        let statement = try connection.prepare(
            "SELECT id, wrapped_key FROM threads WHERE lookup = ?1 AND purpose = ?2")
        try statement.bind(1, lookup)
        try statement.bind(2, purpose.id)
        return try statement.step() ? (statement.integer(0), statement.bytes(1)) : nil
    }

    func insertThread(_ lookup: [UInt8], _ purpose: Purpose, wrappedKey: [UInt8]) throws -> Int64 {
        let statement = try connection.prepare(
            "INSERT INTO threads (lookup, purpose, wrapped_key) VALUES (?1, ?2, ?3)")
        try statement.bind(1, lookup)
        try statement.bind(2, purpose.id)
        try statement.bind(3, wrappedKey)
        try statement.run()
        return connection.lastInsertedRow
    }

    /// The last event of a thread.
    func lastEvent(ofThread thread: Int64) throws -> RecordID? {
        let statement = try connection.prepare(
            "SELECT rid FROM events WHERE thread = ?1 AND pending = 0 ORDER BY position DESC LIMIT 1")
        try statement.bind(1, thread)
        return try statement.step() ? RecordID(bytes: statement.bytes(0)) : nil
    }

    /// The last event of another kind that counts for a purpose: of the purpose, of all mail, or, where all mail is
    /// the purpose, of any.
    func lastEvent(
        ofSubject lookup: [UInt8], touching purpose: Purpose, otherThan kind: EventKind
    ) throws -> RecordID? {
        let statement = try connection.prepare(
            """
            SELECT e.rid FROM events e JOIN threads t ON t.id = e.thread
            WHERE t.lookup = ?1 AND (t.purpose IN (?2, '*') OR ?2 = '*') AND e.kind <> ?3 AND e.pending = 0
            ORDER BY e.position DESC LIMIT 1
            """)
        try statement.bind(1, lookup)
        try statement.bind(2, purpose.id)
        try statement.bind(3, kind.rawValue)
        return try statement.step() ? RecordID(bytes: statement.bytes(0)) : nil
    }

    /// What an insertion of an event stores.
    struct Insertion {
        let thread: Int64
        let rid: RecordID
        let leaf: [UInt8]
        let event: SubjectEvent
        let idempotency: [UInt8]
        let payload: [UInt8]
        let evidence: [(Evidence, sealed: [UInt8]?)]
    }

    /// Stores an event that has not reached the log yet; the caller holds a transaction.
    func insertPending(_ insertion: Insertion) throws {
        let event = insertion.event
        let statement = try connection.prepare(
            """
            INSERT INTO events (thread, rid, position, pending, leaf, kind, occurred_at, recorded_at, grade, method,
                wording, evidence_count, has_source, idempotency, payload)
            VALUES (?1, ?2, ?3, 1, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
            """)
        try statement.bind(1, insertion.thread)
        try statement.bind(2, insertion.rid.bytes)
        try statement.bind(3, event.sequence)
        try statement.bind(4, insertion.leaf)
        try statement.bind(5, event.kind.rawValue)
        try statement.bind(6, event.occurredAt?.seconds)
        try statement.bind(7, event.recordedAt.seconds)
        try statement.bind(8, Int64(event.grade.rawValue))
        try statement.bind(9, event.method?.rawValue)
        try statement.bind(10, event.wording?.description)
        try statement.bind(11, Int64(event.evidenceCount))
        try statement.bind(12, event.hasSource ? 1 : 0)
        try statement.bind(13, insertion.idempotency)
        try statement.bind(14, insertion.payload)
        try statement.run()
        let row = connection.lastInsertedRow
        let file = try connection.prepare(
            "INSERT INTO evidence (event, place, digest, kind, size, sealed) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
        for (place, (evidence, sealed)) in insertion.evidence.enumerated() {
            try file.bind(1, row)
            try file.bind(2, Int64(place))
            try file.bind(3, Hex.decode(evidence.digest.hex))
            try file.bind(4, evidence.kind)
            try file.bind(5, evidence.size)
            try file.bind(6, sealed)
            try file.run()
        }
    }

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
