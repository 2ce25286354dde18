import Consent
import Database

/// The whole vault, event by event in the order in which it lies in the file, for whoever derives something from it.
final class VaultScan {
    private let statement: Statement
    private var isOver = false
    // Millions of rows say the same few words; each is read once.
    private var kinds: [String: EventKind] = [:]
    private var purposes: [String: Purpose] = [:]
    private var methods: [String: CollectionMethod] = [:]
    private var wordings: [String: WordingReference] = [:]

    /// An event as a scan finds it.
    struct Found: Sendable {
        let lookup: [UInt8]
        let event: SubjectEvent
    }

    init(_ vault: VaultStore) throws {
        // The order of the tables is said, for by itself SQLite might begin with threads and jump through the events.
        statement = try vault.connection.prepare(
            "SELECT \(VaultStore.columns) FROM events e CROSS JOIN threads t ON t.id = e.thread "
                + "WHERE \(VaultStore.reached)")
    }

    /// The next event; nil after the last, however often it is asked for.
    func next() throws -> Found? {
        // SQLite would begin anew.
        guard !isOver else { return nil }
        isOver = try !statement.step()
        guard !isOver else { return nil }
        return Found(lookup: statement.bytes(2), event: try event())
    }

    private func event() throws -> SubjectEvent {
        // What cannot be read is read again in the plain way, which tells what is wrong with it.
        guard let kind = Self.known(statement.text(8), &kinds, EventKind.init(rawValue:)),
            let purpose = Self.known(
                statement.text(9), &purposes, { $0 == Purpose.everything.id ? .everything : Purpose($0) }),
            let grade = Grade(rawValue: Int(clamping: statement.integer(12)))
        else { return try VaultStore.event(statement, position: 5, from: 8) }
        let method = try statement.optionalText(13).map { text in
            guard let method = Self.known(text, &methods, CollectionMethod.init(rawValue:)) else {
                throw VaultStore.damaged(statement.integer(5))
            }
            return method
        }
        let wording = try statement.optionalText(14).map { text in
            guard let wording = Self.known(text, &wordings, { WordingReference(parsing: $0) }) else {
                throw VaultStore.damaged(statement.integer(5))
            }
            return wording
        }
        return SubjectEvent(
            sequence: statement.integer(5), kind: kind, purpose: purpose,
            occurredAt: statement.optionalInteger(10).map(Instant.init(seconds:)),
            recordedAt: Instant(seconds: statement.integer(11)), grade: grade, method: method,
            wording: wording, evidenceCount: Int(clamping: statement.integer(15)),
            hasSource: statement.integer(16) != 0)
    }

    private static func known<Value>(
        _ text: String, _ values: inout [String: Value], _ read: (String) -> Value?
    ) -> Value? {
        if let value = values[text] { return value }
        guard let value = read(text) else { return nil }
        // Texts that are all different would fill the memory.
        if values.count < 4096 { values[text] = value }
        return value
    }

    /// The row of the event that ``next()`` found last.
    var rowNumber: Int64 { statement.integer(0) }

    /// Of the event that ``next()`` found last, what its record is opened with.
    func sealedRecord() -> SealedRecord {
        SealedRecord(
            wrappedKey: statement.bytes(3), rid: statement.bytes(4), leaf: statement.bytes(6),
            payload: statement.bytes(7))
    }

    /// A record as it lies in the vault.
    struct SealedRecord: Sendable {
        let wrappedKey: [UInt8]
        let rid: [UInt8]
        let leaf: [UInt8]
        let payload: [UInt8]
    }
}

extension VaultScan.SealedRecord {
    init(_ row: VaultStore.Row) {
        self.init(wrappedKey: row.wrappedKey, rid: row.rid.bytes, leaf: row.leaf, payload: row.payload)
    }
}

extension VaultStore {
    /// Calls a body with every subject, in no certain order.
    func forEachSubject(_ body: ([UInt8]) throws -> Void) throws {
        let statement = try connection.prepare("SELECT DISTINCT lookup FROM threads")
        while try statement.step() { try body(statement.bytes(0)) }
    }

    /// Calls a body with every subject of whom something was recorded from a place of the log on.
    func forEachSubject(since position: UInt64, _ body: ([UInt8]) throws -> Void) throws {
        let statement = try connection.prepare(
            """
            SELECT DISTINCT t.lookup FROM events e JOIN threads t ON t.id = e.thread
            WHERE e.position >= ?1 AND \(VaultStore.reached)
            """)
        try statement.bind(1, Int64(clamping: position))
        while try statement.step() { try body(statement.bytes(0)) }
    }

    /// Calls a body with the one subject whose acts a file showed before a place of the log, for every file that shows
    /// another's act since.
    ///
    /// Until then the file was that subject's alone. Of one that showed acts of two, nothing changes.
    func forEachSubjectSharing(since position: UInt64, _ body: ([UInt8]) throws -> Void) throws {
        // CROSS JOIN keeps SQLite from reading all evidence, which is in the order wanted, instead of the newest events alone.
        let digests = try connection.prepare(
            """
            SELECT DISTINCT f.digest FROM events e CROSS JOIN evidence f ON f.event = e.id
            WHERE e.position >= ?1 AND \(VaultStore.reached)
            """)
        let subjects = try connection.prepare(
            """
            SELECT DISTINCT t.lookup FROM evidence f CROSS JOIN events e ON e.id = f.event JOIN threads t ON t.id = e.thread
            WHERE f.mark = substr(?1, 1, 8) AND f.digest = ?1 AND e.position < ?2 AND \(VaultStore.reached) LIMIT 2
            """)
        try digests.bind(1, Int64(clamping: position))
        while try digests.step() {
            defer { subjects.reset() }
            try subjects.bind(1, digests.bytes(0))
            try subjects.bind(2, Int64(clamping: position))
            var found: [[UInt8]] = []
            while try subjects.step() { found.append(subjects.bytes(0)) }
            if found.count == 1 { try body(found[0]) }
        }
    }
}
