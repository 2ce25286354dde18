import Database

extension LogStore {
    /// Notes which entries a tombstone names; the caller holds a transaction.
    func insert(erased positions: [UInt64], by tombstone: UInt64) throws {
        guard !positions.isEmpty else { return }
        let statement = try connection.prepare("INSERT INTO erased (position, tombstone) VALUES (?1, ?2)")
        for position in positions {
            try statement.bind(1, Int64(clamping: position))
            try statement.bind(2, Int64(clamping: tombstone))
            try statement.run()
        }
    }

    /// Whether anybody was ever erased, or anything destroyed because its time was over.
    func hasTombstones() throws -> Bool {
        let statement = try connection.prepare("SELECT 1 FROM open_records WHERE kind = ?1 LIMIT 1")
        try statement.bind(1, OpenRecord.Kind.subjectsErased.rawValue)
        return try statement.step()
    }

    /// How many entries tombstones name.
    func erasedCount() throws -> UInt64 {
        UInt64(clamping: try connection.integer("SELECT count(*) FROM erased") ?? 0)
    }

    /// Calls a body with every entry that a tombstone names, and the place of that tombstone.
    func forEachErased(_ body: (UInt64, UInt64) throws -> Void) throws {
        let statement = try connection.prepare("SELECT position, tombstone FROM erased ORDER BY position")
        while try statement.step() {
            try body(UInt64(clamping: statement.integer(0)), UInt64(clamping: statement.integer(1)))
        }
    }

    /// Whether a tombstone names an entry.
    func isErased(_ position: UInt64) throws -> Bool {
        let statement = try connection.prepare("SELECT 1 FROM erased WHERE position = ?1")
        try statement.bind(1, Int64(clamping: position))
        return try statement.step()
    }
}
