import Consent
import Cryptography
import Database

extension VaultStore {
    /// Events with all that is needed to open them.
    func rows(_ clause: String, _ bind: (borrowing Statement) throws -> Void) throws -> [Row] {
        let statement = try connection.prepare(
            "SELECT \(Self.columns) FROM events e JOIN threads t ON t.id = e.thread \(clause)")
        try bind(statement)
        var rows: [Row] = []
        while try statement.step() { rows.append(try Self.row(statement)) }
        return rows
    }

    /// Calls a body with every event that reached the log, in its order.
    func forEachRow(_ body: (Row) throws -> Void) throws {
        let statement = try connection.prepare(
            "SELECT \(Self.columns) FROM events e JOIN threads t ON t.id = e.thread WHERE e.pending = 0 ORDER BY e.position"
        )
        while try statement.step() { try body(try Self.row(statement)) }
    }

    /// All events of a subject, in the order of the log.
    func rows(ofSubject lookup: [UInt8]) throws -> [Row] {
        try rows("WHERE t.lookup = ?1 AND e.pending = 0 ORDER BY e.position") { try $0.bind(1, lookup) }
    }

    /// One event by its name.
    func row(_ rid: RecordID) throws -> Row? {
        try rows("WHERE e.rid = ?1 AND e.pending = 0") { try $0.bind(1, rid.bytes) }.first
    }

    /// A file of evidence as it is stored.
    struct StoredEvidence {
        let evidence: Evidence
        let sealed: [UInt8]?
    }

    func evidence(ofEvent id: Int64) throws -> [StoredEvidence] {
        let statement = try connection.prepare(
            "SELECT digest, kind, size, sealed FROM evidence WHERE event = ?1 ORDER BY place")
        try statement.bind(1, id)
        var files: [StoredEvidence] = []
        while try statement.step() {
            guard let digest = ContentDigest(hex: Hex.encode(statement.bytes(0))) else {
                throw Self.damaged(id)
            }
            let sealed = statement.optionalBytes(3)
            let evidence = Evidence(
                digest: digest, kind: statement.text(1), size: statement.integer(2),
                keeping: sealed == nil ? .hashOnly : .sealed)
            files.append(StoredEvidence(evidence: evidence, sealed: sealed))
        }
        return files
    }

    /// How many subjects one query asks for.
    ///
    /// A power of two well below SQLite's limit of parameters.
    static let batchSize = 256

    /// The statement that answers the events of ``batchSize`` subjects at once.
    static let batchQuery: String = {
        let places = (1...batchSize).map { "?\($0)" }.joined(separator: ",")
        return """
            SELECT t.lookup, e.id, e.position, e.kind, t.purpose, e.occurred_at, e.recorded_at, e.grade, e.method, e.wording,
                e.evidence_count, e.has_source
            FROM threads t JOIN events e ON e.thread = t.id
            WHERE t.lookup IN (\(places)) AND e.pending = 0
            """
    }()
}
