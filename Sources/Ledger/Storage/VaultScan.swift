import Consent
import Database

/// The whole vault, event by event in the order in which it lies in the file, for whoever derives something from it.
final class VaultScan {
    private let statement: Statement

    /// An event as a scan finds it.
    struct Found {
        let lookup: [UInt8]
        let event: SubjectEvent
    }

    init(_ vault: VaultStore) throws {
        // The order of the tables is said, for by itself SQLite might begin with threads and jump through the events.
        statement = try vault.connection.prepare(
            "SELECT \(VaultStore.columns) FROM events e CROSS JOIN threads t ON t.id = e.thread WHERE e.pending = 0"
        )
    }

    /// The next event; nil after the last.
    func next() throws -> Found? {
        guard try statement.step() else { return nil }
        return Found(
            lookup: statement.bytes(2), event: try VaultStore.event(statement, position: 5, from: 8))
    }

    /// The event that ``next()`` found last, with all that is needed to open it.
    func row() throws -> VaultStore.Row { try VaultStore.row(statement) }
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
            WHERE e.position >= ?1 AND e.pending = 0
            """)
        try statement.bind(1, Int64(clamping: position))
        while try statement.step() { try body(statement.bytes(0)) }
    }

    /// Calls a body with the one subject whose acts a file showed before a place of the log, for every file that shows
    /// another's act since.
    ///
    /// Until then the file was that subject's alone. Of one that showed acts of two, nothing changes.
    func forEachSubjectSharing(since position: UInt64, _ body: ([UInt8]) throws -> Void) throws {
        let digests = try connection.prepare(
            """
            SELECT DISTINCT f.digest FROM events e JOIN evidence f ON f.event = e.id
            WHERE e.position >= ?1 AND e.pending = 0
            """)
        let subjects = try connection.prepare(
            """
            SELECT DISTINCT t.lookup FROM evidence f JOIN events e ON e.id = f.event JOIN threads t ON t.id = e.thread
            WHERE f.digest = ?1 AND e.position < ?2 AND e.pending = 0 LIMIT 2
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
