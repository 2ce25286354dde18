import Consent
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
            "SELECT \(Self.columns) FROM events e JOIN threads t ON t.id = e.thread WHERE \(Self.reached) ORDER BY e.position"
        )
        while try statement.step() { try body(try Self.row(statement)) }
    }

    /// All events of a subject, in the order of the log.
    func rows(ofSubject lookup: [UInt8]) throws -> [Row] {
        try rows("WHERE t.lookup = ?1 AND \(Self.reached) ORDER BY e.position") { try $0.bind(1, lookup) }
    }

    /// One event by its name.
    func row(_ rid: RecordID) throws -> Row? {
        try rows("WHERE e.rid = ?1 AND \(Self.reached)") { try $0.bind(1, rid.bytes) }.first
    }

    /// A file of evidence as it is stored.
    struct StoredEvidence {
        let evidence: Evidence
        let sealed: [UInt8]?
    }

    func evidence(ofEvent id: Int64) throws -> [StoredEvidence] {
        try Self.evidence(ofEvent: id, try connection.prepare(Self.evidenceQuery))
    }

    /// Asks for the files that show an event.
    static let evidenceQuery =
        "SELECT digest, kind, size, sealed FROM evidence WHERE event = ?1 ORDER BY place"

    static func evidence(ofEvent id: Int64, _ statement: borrowing Statement) throws -> [StoredEvidence] {
        try statement.bind(1, id)
        var files: [StoredEvidence] = []
        while try statement.step() {
            guard let digest = ContentDigest(bytes: statement.bytes(0)) else {
                throw damaged(id)
            }
            let sealed = statement.optionalBytes(3)
            let evidence = Evidence(
                digest: digest, kind: statement.text(1), size: statement.integer(2),
                keeping: sealed == nil ? .hashOnly : .sealed)
            files.append(StoredEvidence(evidence: evidence, sealed: sealed))
        }
        return files
    }

    /// What the vault holds of a release: who let the row pass for each of its addresses, and who agreed.
    func rows(ofRelease rid: RecordID) throws -> [Row] {
        try rows("WHERE e.release = ?1 AND \(Self.reached) ORDER BY e.position") { try $0.bind(1, rid.bytes) }
    }
}

extension VaultStore {
    /// What the vault holds of requests of people, in the order of the log.
    func rowsOfRequests() throws -> [Row] {
        // The condition stands as in the schema, for else its index is not used.
        try rows(
            "WHERE e.kind >= 'request-' AND e.kind < 'request.' AND \(Self.reached) ORDER BY e.position"
        ) { _ in }
    }
}
