import Cryptography
import Database
import MerkleLog

/// `log.db`: leaves, tiles, checkpoints and open records.
///
/// Holds no personal data and may be published.
final class LogStore {
    let connection: Connection
    private let tileStatement: Statement
    private let leafStatement: Statement

    static let schema = Schema(
        applicationID: 0x4347_4C31,  // "CGL1"
        migrations: [
            """
            CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
            CREATE TABLE leaves (
                position INTEGER PRIMARY KEY,
                leaf BLOB NOT NULL CHECK (length(leaf) = 33)
            ) STRICT;
            CREATE TABLE tiles (
                level INTEGER NOT NULL,
                position INTEGER NOT NULL,
                hashes BLOB NOT NULL CHECK (length(hashes) % 32 = 0),
                PRIMARY KEY (level, position)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE checkpoints (
                size INTEGER PRIMARY KEY,
                note TEXT NOT NULL,
                signed_at INTEGER NOT NULL
            ) STRICT;
            CREATE TABLE open_records (
                position INTEGER PRIMARY KEY REFERENCES leaves (position),
                rid BLOB NOT NULL UNIQUE CHECK (length(rid) = 16),
                kind TEXT NOT NULL,
                recorded_at INTEGER NOT NULL,
                record BLOB NOT NULL,
                opening BLOB NOT NULL CHECK (length(opening) = 32)
            ) STRICT;
            CREATE INDEX open_records_by_kind ON open_records (kind, position);
            """,
            // Which leaves a tombstone names, and what others vouched for checkpoints.
            """
            CREATE TABLE erased (
                position INTEGER PRIMARY KEY REFERENCES leaves (position),
                tombstone INTEGER NOT NULL REFERENCES open_records (position)
            ) STRICT;
            CREATE TABLE timestamps (
                size INTEGER NOT NULL,
                token BLOB NOT NULL UNIQUE,
                stamped_at INTEGER NOT NULL,
                PRIMARY KEY (size, token)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE cosignatures (
                size INTEGER NOT NULL,
                name TEXT NOT NULL,
                line TEXT NOT NULL,
                PRIMARY KEY (size, name)
            ) STRICT, WITHOUT ROWID;
            """,
        ])

    init(path: String, mode: Connection.Mode) throws {
        connection = try Connection(path: path, mode: mode)
        try connection.migrate(to: Self.schema)
        tileStatement = try connection.prepare("SELECT hashes FROM tiles WHERE level = ?1 AND position = ?2")
        leafStatement = try connection.prepare("SELECT leaf FROM leaves WHERE position = ?1")
    }

    /// A setting that is made once, at the ledger's birth.
    func setting(_ name: String) throws -> String? {
        let statement = try connection.prepare("SELECT value FROM settings WHERE name = ?1")
        try statement.bind(1, name)
        return try statement.step() ? statement.text(0) : nil
    }

    func set(_ name: String, to value: String) throws {
        let statement = try connection.prepare("INSERT INTO settings (name, value) VALUES (?1, ?2)")
        try statement.bind(1, name)
        try statement.bind(2, value)
        try statement.run()
    }

    /// Leaves in the log.
    func size() throws -> UInt64 {
        UInt64(clamping: try connection.integer("SELECT max(position) + 1 FROM leaves") ?? 0)
    }

    func leaf(at position: UInt64) throws -> [UInt8]? {
        defer { leafStatement.reset() }
        try leafStatement.bind(1, Int64(clamping: position))
        return try leafStatement.step() ? leafStatement.bytes(0) : nil
    }

    /// Calls a body with every leaf of a range in order.
    func forEachLeaf(from start: UInt64, to end: UInt64, _ body: (UInt64, [UInt8]) throws -> Void) throws {
        let statement = try connection.prepare(
            "SELECT position, leaf FROM leaves WHERE position >= ?1 AND position < ?2 ORDER BY position")
        try statement.bind(1, Int64(clamping: start))
        try statement.bind(2, Int64(clamping: end))
        while try statement.step() { try body(UInt64(clamping: statement.integer(0)), statement.bytes(1)) }
    }

    /// The hashes of the widest tile at a place; none where there is no tile.
    func tile(level: Int, index: UInt64) throws -> [Digest] {
        defer { tileStatement.reset() }
        try tileStatement.bind(1, Int64(level))
        try tileStatement.bind(2, Int64(clamping: index))
        guard try tileStatement.step() else { return [] }
        return Digest.split(tileStatement.bytes(0)) ?? []
    }

    /// Stores leaves and the tiles that they change; the caller holds a transaction.
    func append(_ leaves: [[UInt8]], at size: UInt64) throws {
        let insertion = try connection.prepare("INSERT INTO leaves (position, leaf) VALUES (?1, ?2)")
        for (offset, leaf) in leaves.enumerated() {
            try insertion.bind(1, Int64(clamping: size) + Int64(offset))
            try insertion.bind(2, leaf)
            try insertion.run()
        }
        var hasher = TreeHasher()
        var hashes: [Digest] = []
        hashes.reserveCapacity(leaves.count)
        for leaf in leaves { hashes.append(hasher.leaf(leaf)) }
        let replacement = try connection.prepare(
            "INSERT INTO tiles (level, position, hashes) VALUES (?1, ?2, ?3) "
                + "ON CONFLICT (level, position) DO UPDATE SET hashes = excluded.hashes")
        for tile in try TileTree.append(
            hashes, to: size, load: { try self.tile(level: $0, index: $1) })
        {
            try replacement.bind(1, Int64(tile.coordinate.level))
            try replacement.bind(2, Int64(clamping: tile.coordinate.index))
            try replacement.bind(3, tile.bytes)
            try replacement.run()
        }
    }

    func root(of size: UInt64) throws -> Digest {
        try TileTree.root(of: size) { try self.tile(level: $0, index: $1) }
    }

    func save(checkpoint note: String, size: UInt64, signedAt: Int64) throws {
        let statement = try connection.prepare(
            "INSERT INTO checkpoints (size, note, signed_at) VALUES (?1, ?2, ?3) ON CONFLICT (size) DO NOTHING"
        )
        try statement.bind(1, Int64(clamping: size))
        try statement.bind(2, note)
        try statement.bind(3, signedAt)
        try statement.run()
    }

    /// The signed checkpoint of a size, if one was kept.
    func checkpoint(size: UInt64) throws -> String? {
        let statement = try connection.prepare("SELECT note FROM checkpoints WHERE size = ?1")
        try statement.bind(1, Int64(clamping: size))
        return try statement.step() ? statement.text(0) : nil
    }
}
