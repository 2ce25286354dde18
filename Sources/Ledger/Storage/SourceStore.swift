import Consent
import Cryptography
import Database

/// `sources.db`: keyed fingerprints of the people of the user's own LinkedIn lists, and what the user calls the lists.
///
/// Whether a source counts, and until when, stands in the log and only there. A source that lies here and not in the
/// log was never finished; one that lies there and not here was lost, and is told. No name, address or profile can be
/// read from it, and without the key no guess can be tested against it.
final class SourceStore {
    let connection: Connection
    private let find: Statement

    /// Bytes of a tag: half a digest, for a store ten times smaller than the lists that it remembers.
    static let tagSize = 16

    static let schema = Schema(
        applicationID: 0x4347_5231,  // "CGR1"
        migrations: [
            """
            CREATE TABLE sources (
                number INTEGER PRIMARY KEY AUTOINCREMENT,
                rid BLOB NOT NULL UNIQUE CHECK (length(rid) = 16),
                label TEXT,
                newest_day TEXT
            ) STRICT;
            CREATE TABLE fingerprints (
                kind INTEGER NOT NULL,
                tag BLOB NOT NULL CHECK (length(tag) = 16),
                source INTEGER NOT NULL REFERENCES sources (number),
                PRIMARY KEY (kind, tag, source)
            ) STRICT, WITHOUT ROWID;
            """
        ])

    init(path: String, mode: Connection.Mode) throws {
        connection = try Connection(path: path, mode: mode)
        try connection.migrate(to: Self.schema)
        find = try connection.prepare("SELECT source FROM fingerprints WHERE kind = ?1 AND tag = ?2")
    }

    /// A keyed fingerprint.
    struct Tag: Hashable, Comparable {
        let kind: Int64
        let bytes: [UInt8]

        static func < (a: Tag, b: Tag) -> Bool {
            a.kind == b.kind ? a.bytes.lexicographicallyPrecedes(b.bytes) : a.kind < b.kind
        }
    }

    /// A source as it lies here.
    struct Entry {
        let number: Int64
        let rid: RecordID
        let label: String?
        let newestDay: String?
    }

    func entries() throws -> [Entry] {
        let statement = try connection.prepare(
            "SELECT number, rid, label, newest_day FROM sources ORDER BY number")
        var entries: [Entry] = []
        while try statement.step() {
            guard let rid = RecordID(bytes: statement.bytes(1)) else { continue }
            entries.append(
                Entry(
                    number: statement.integer(0), rid: rid, label: statement.optionalText(2),
                    newestDay: statement.optionalText(3)))
        }
        return entries
    }

    /// Makes room for a source, and gives its number.
    func begin(_ rid: RecordID, label: String?) throws -> Int64 {
        let statement = try connection.prepare("INSERT INTO sources (rid, label) VALUES (?1, ?2)")
        try statement.bind(1, rid.bytes)
        try statement.bind(2, label)
        try statement.run()
        return connection.lastInsertedRow
    }

    /// Gives a source the name of another record, and what became known when it was read.
    func rename(_ number: Int64, to rid: RecordID, label: String?, newestDay: String?) throws {
        let statement = try connection.prepare(
            "UPDATE sources SET rid = ?2, label = ?3, newest_day = ?4 WHERE number = ?1")
        try statement.bind(1, number)
        try statement.bind(2, rid.bytes)
        try statement.bind(3, label)
        try statement.bind(4, newestDay)
        try statement.run()
    }

    /// Keeps fingerprints of a source, all of them or none.
    func insert(_ tags: Set<Tag>, of source: Int64) throws {
        try connection.transaction {
            let statement = try connection.prepare(
                "INSERT OR IGNORE INTO fingerprints (kind, tag, source) VALUES (?1, ?2, ?3)")
            // In the order of the tree, so that each page is written once.
            for tag in tags.sorted() {
                try statement.bind(1, tag.kind)
                try statement.bind(2, tag.bytes)
                try statement.bind(3, source)
                try statement.run()
            }
        }
    }

    /// Removes everything of some sources, for good: also from the write-ahead log.
    func remove(_ numbers: [Int64]) throws {
        guard !numbers.isEmpty else { return }
        try connection.transaction {
            for sql in [
                "DELETE FROM fingerprints WHERE source = ?1", "DELETE FROM sources WHERE number = ?1",
            ] {
                let statement = try connection.prepare(sql)
                for number in numbers {
                    try statement.bind(1, number)
                    try statement.run()
                }
            }
        }
        _ = try connection.text("PRAGMA wal_checkpoint(TRUNCATE)")
    }

    /// Removes the fingerprints of a source that is being read once more from its start.
    func clear(_ number: Int64) throws {
        let statement = try connection.prepare("DELETE FROM fingerprints WHERE source = ?1")
        try statement.bind(1, number)
        try statement.run()
    }

    /// How many fingerprints a source has.
    func count(of source: Int64) throws -> UInt64 {
        let statement = try connection.prepare("SELECT count(*) FROM fingerprints WHERE source = ?1")
        try statement.bind(1, source)
        return try statement.step() ? UInt64(clamping: statement.integer(0)) : 0
    }

    /// The numbers of the sources that have a fingerprint.
    func sources(with tag: Tag) throws -> [Int64] {
        defer { find.reset() }
        try find.bind(1, tag.kind)
        try find.bind(2, tag.bytes)
        var found: [Int64] = []
        while try find.step() { found.append(find.integer(0)) }
        return found
    }
}
