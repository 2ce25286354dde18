import Consent
import Cryptography
import Database

/// What is asked and stored while events are appended, compiled once for many of them.
///
/// Used within one transaction of the vault and under the ledger's lock. Whatever an earlier process left pending is
/// settled by then, so that every row is either done or of this very batch: both are seen.
final class VaultAppender {
    private let connection: Connection
    private let threadQuery: Statement
    private let threadInsertion: Statement
    private let gentleInsertion: Statement
    private let lastOfThread: Statement
    private let lastTouching: Statement
    private let lastStop: Statement
    private let knownQuery: Statement
    private let eventInsertion: Statement
    private let evidenceInsertion: Statement

    /// A thread of the vault: one subject and one purpose.
    struct Thread {
        let id: Int64
        let wrappedKey: [UInt8]
    }

    /// What is answered of an event that is known already.
    struct Known {
        let rid: RecordID
        let position: UInt64
        let recordedAt: Instant
        let grade: Grade
    }

    /// What an insertion of an event stores.
    struct Insertion {
        let thread: Int64
        let rid: RecordID
        let leaf: [UInt8]
        let event: SubjectEvent
        let idempotency: [UInt8]
        let payload: [UInt8]
        /// The release of which it tells, if of any.
        let release: RecordID?
        let files: [Evidence]
        /// What is kept of each of its files.
        let sealed: [[UInt8]?]
    }

    init(_ vault: VaultStore) throws {
        connection = vault.connection
        threadQuery = try connection.prepare(
            "SELECT id, wrapped_key FROM threads WHERE lookup = ?1 AND purpose = ?2")
        let insertThread = "INSERT INTO threads (lookup, purpose, wrapped_key) VALUES (?1, ?2, ?3)"
        threadInsertion = try connection.prepare(insertThread)
        gentleInsertion = try connection.prepare(insertThread + " ON CONFLICT (lookup, purpose) DO NOTHING")
        lastOfThread = try connection.prepare(
            "SELECT rid FROM events WHERE thread = ?1 ORDER BY position DESC LIMIT 1")
        lastTouching = try connection.prepare(
            """
            SELECT e.rid FROM events e JOIN threads t ON t.id = e.thread
            WHERE t.lookup = ?1 AND (t.purpose IN (?2, '*') OR ?2 = '*') AND e.kind NOT IN (?3, 'dossier-made')
            ORDER BY e.position DESC LIMIT 1
            """)
        lastStop = try connection.prepare(
            """
            SELECT e.rid FROM events e JOIN threads t ON t.id = e.thread
            WHERE t.lookup = ?1 AND t.purpose IN (?2, '*') AND e.kind IN (\(Self.stops))
            ORDER BY e.position DESC LIMIT 1
            """)
        knownQuery = try connection.prepare(
            "SELECT rid, position, recorded_at, grade FROM events WHERE thread = ?1 AND idempotency = ?2")
        eventInsertion = try connection.prepare(
            """
            INSERT INTO events (thread, rid, position, leaf, kind, occurred_at, recorded_at, grade, method, wording,
                evidence_count, has_source, idempotency, payload, release)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
            """)
        evidenceInsertion = try connection.prepare(
            """
            INSERT INTO evidence (event, place, mark, digest, kind, size, sealed)
            VALUES (?1, ?2, substr(?3, 1, 8), ?3, ?4, ?5, ?6)
            """)
    }

    /// The thread of a subject and a purpose, or nil.
    func thread(_ lookup: [UInt8], _ purpose: Purpose) throws -> Thread? {
        defer { threadQuery.reset() }
        try threadQuery.bind(1, lookup)
        try threadQuery.bind(2, purpose.id)
        return try threadQuery.step()
            ? Thread(id: threadQuery.integer(0), wrappedKey: threadQuery.bytes(1)) : nil
    }

    /// Begins a thread.
    func insertThread(_ lookup: [UInt8], _ purpose: Purpose, wrappedKey: [UInt8]) throws -> Int64 {
        try Self.insert(lookup, purpose, wrappedKey, threadInsertion)
        return connection.lastInsertedRow
    }

    /// Begins a thread; nil where it is there already, and stays as it is.
    func insertThreadIfNew(_ lookup: [UInt8], _ purpose: Purpose, wrappedKey: [UInt8]) throws -> Int64? {
        try Self.insert(lookup, purpose, wrappedKey, gentleInsertion)
        return connection.changes == 1 ? connection.lastInsertedRow : nil
    }

    private static func insert(
        _ lookup: [UInt8], _ purpose: Purpose, _ wrappedKey: [UInt8], _ statement: borrowing Statement
    ) throws {
        try statement.bind(1, lookup)
        try statement.bind(2, purpose.id)
        try statement.bind(3, wrappedKey)
        try statement.run()
    }

    /// The last event of a thread.
    func lastEvent(ofThread thread: Int64) throws -> RecordID? {
        defer { lastOfThread.reset() }
        try lastOfThread.bind(1, thread)
        return try lastOfThread.step() ? RecordID(bytes: lastOfThread.bytes(0)) : nil
    }

    /// The last event of another kind that counts for a purpose: of the purpose, of all mail, or, where all mail is
    /// the purpose, of any.
    func lastEvent(
        ofSubject lookup: [UInt8], touching purpose: Purpose, otherThan kind: EventKind
    ) throws -> RecordID? {
        defer { lastTouching.reset() }
        try lastTouching.bind(1, lookup)
        try lastTouching.bind(2, purpose.id)
        try lastTouching.bind(3, kind.rawValue)
        return try lastTouching.step() ? RecordID(bytes: lastTouching.bytes(0)) : nil
    }

    private static let stops = EventKind.allCases.filter(\.isStop).map { "'\($0.rawValue)'" }.joined(
        separator: ",")

    /// The last stop that counts for a purpose.
    func lastStop(ofSubject lookup: [UInt8], touching purpose: Purpose) throws -> RecordID? {
        defer { lastStop.reset() }
        try lastStop.bind(1, lookup)
        try lastStop.bind(2, purpose.id)
        return try lastStop.step() ? RecordID(bytes: lastStop.bytes(0)) : nil
    }

    /// One event of a thread by what makes it the same act.
    ///
    /// Address and purpose are a part of it, so that no other thread can hold it.
    func event(ofThread thread: Int64, idempotency: [UInt8]) throws -> Known? {
        defer { knownQuery.reset() }
        try knownQuery.bind(1, thread)
        try knownQuery.bind(2, idempotency)
        guard try knownQuery.step() else { return nil }
        guard let rid = RecordID(bytes: knownQuery.bytes(0)),
            let grade = Grade(rawValue: Int(clamping: knownQuery.integer(3)))
        else { throw VaultStore.damaged(knownQuery.integer(1)) }
        return Known(
            rid: rid, position: UInt64(clamping: knownQuery.integer(1)),
            recordedAt: Instant(seconds: knownQuery.integer(2)), grade: grade)
    }

    /// Stores an event that has not reached the log yet; the caller holds a transaction.
    func insertPending(_ insertion: Insertion) throws {
        let event = insertion.event
        try eventInsertion.bind(1, insertion.thread)
        try eventInsertion.bind(2, insertion.rid.bytes)
        try eventInsertion.bind(3, event.sequence)
        try eventInsertion.bind(4, insertion.leaf)
        try eventInsertion.bind(5, event.kind.rawValue)
        try eventInsertion.bind(6, event.occurredAt?.seconds)
        try eventInsertion.bind(7, event.recordedAt.seconds)
        try eventInsertion.bind(8, Int64(event.grade.rawValue))
        try eventInsertion.bind(9, event.method?.rawValue)
        try eventInsertion.bind(10, event.wording?.description)
        try eventInsertion.bind(11, Int64(event.evidenceCount))
        try eventInsertion.bind(12, event.hasSource ? 1 : 0)
        try eventInsertion.bind(13, insertion.idempotency)
        try eventInsertion.bind(14, insertion.payload)
        try eventInsertion.bind(15, insertion.release?.bytes)
        try eventInsertion.run()
        let row = connection.lastInsertedRow
        for (place, evidence) in insertion.files.enumerated() {
            try evidenceInsertion.bind(1, row)
            try evidenceInsertion.bind(2, Int64(place))
            try evidenceInsertion.bind(3, Hex.decode(evidence.digest.hex))
            try evidenceInsertion.bind(4, evidence.kind)
            try evidenceInsertion.bind(5, evidence.size)
            try evidenceInsertion.bind(6, insertion.sealed[place])
            try evidenceInsertion.run()
        }
    }
}
