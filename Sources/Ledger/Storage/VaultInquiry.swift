import Consent
import Cryptography
import Database

/// What is asked while many subjects are looked up, compiled once for all of them.
final class VaultInquiry {
    private let eventsQuery: Statement
    private let rowQuery: Statement
    private let evidenceQuery: Statement
    private let sharedQuery: Statement
    private let releasesQuery: Statement

    /// An event of a subject, and the row in which it lies.
    struct Known {
        let row: Int64
        let event: SubjectEvent
    }

    /// How many subjects one query asks for.
    ///
    /// A power of two well below SQLite's limit of parameters.
    static let batchSize = 256

    init(_ vault: VaultStore) throws {
        let connection = vault.connection
        let places = (1...Self.batchSize).map { "?\($0)" }.joined(separator: ",")
        eventsQuery = try connection.prepare(
            """
            SELECT t.lookup, e.id, e.position, e.kind, t.purpose, e.occurred_at, e.recorded_at, e.grade, e.method, e.wording,
                e.evidence_count, e.has_source
            FROM threads t JOIN events e ON e.thread = t.id
            WHERE t.lookup IN (\(places)) AND \(VaultStore.reached)
            """)
        let rows = "SELECT \(VaultStore.columns) FROM events e JOIN threads t ON t.id = e.thread"
        rowQuery = try connection.prepare("\(rows) WHERE e.id = ?1")
        evidenceQuery = try connection.prepare(VaultStore.evidenceQuery)
        sharedQuery = try connection.prepare(
            """
            SELECT 1 FROM evidence f JOIN events e ON e.id = f.event JOIN threads t ON t.id = e.thread
            WHERE f.mark = substr(?1, 1, 8) AND f.digest = ?1 AND t.lookup <> ?2 AND \(VaultStore.reached)
                AND CASE ?4 WHEN 1 THEN coalesce(e.occurred_at, e.recorded_at) ELSE e.recorded_at END <= ?3 LIMIT 1
            """)
        releasesQuery = try connection.prepare(
            "\(rows) WHERE t.lookup = ?1 AND e.release IS NOT NULL AND \(VaultStore.reached) ORDER BY e.position"
        )
    }

    /// The events of up to ``batchSize`` subjects.
    func events(of lookups: [[UInt8]]) throws -> [[UInt8]: [Known]] {
        defer { eventsQuery.reset() }
        for (offset, lookup) in lookups.enumerated() { try eventsQuery.bind(Int32(offset + 1), lookup) }
        var found: [[UInt8]: [Known]] = [:]
        while try eventsQuery.step() {
            let event = try VaultStore.event(eventsQuery, position: 2, from: 3)
            found[eventsQuery.bytes(0), default: []].append(Known(row: eventsQuery.integer(1), event: event))
        }
        return found
    }

    /// One event with all that is needed to open it.
    func row(_ id: Int64) throws -> VaultStore.Row? {
        defer { rowQuery.reset() }
        try rowQuery.bind(1, id)
        return try rowQuery.step() ? try VaultStore.row(rowQuery) : nil
    }

    /// The files that show an event.
    func evidence(ofEvent id: Int64) throws -> [VaultStore.StoredEvidence] {
        defer { evidenceQuery.reset() }
        return try VaultStore.evidence(ofEvent: id, evidenceQuery)
    }

    /// Whether a file also shows an act of another subject; nil for now, and else those that count at that moment.
    func showsOther(_ digest: ContentDigest, than lookup: [UInt8], until asOf: AsOf?) throws -> Bool {
        defer { sharedQuery.reset() }
        try sharedQuery.bind(1, Hex.decode(digest.hex))
        try sharedQuery.bind(2, lookup)
        try sharedQuery.bind(3, asOf?.moment.seconds ?? Int64.max)
        try sharedQuery.bind(4, asOf?.clock == .occurred ? 1 : 0)
        return try sharedQuery.step()
    }

    /// The events of a subject that tell of releases, in the order of the log.
    func rowsOfReleases(_ lookup: [UInt8]) throws -> [VaultStore.Row] {
        defer { releasesQuery.reset() }
        try releasesQuery.bind(1, lookup)
        var rows: [VaultStore.Row] = []
        while try releasesQuery.step() { rows.append(try VaultStore.row(releasesQuery)) }
        return rows
    }
}
