extension Connection {
    /// Whether a file has the newest version of a schema; nothing is changed.
    ///
    /// - Throws: ``Schema/Mismatch`` for an empty file, one of another kind or of a newer program, ``DatabaseError`` for
    ///   one that cannot be read.
    package func isPresent(_ schema: Schema) throws -> Bool {
        let version = try integer("PRAGMA user_version") ?? 0
        let found = try integer("PRAGMA application_id") ?? 0
        let tables = try integer("SELECT count(*) FROM sqlite_schema") ?? 0
        guard version != 0 || found != 0 || tables != 0 else { throw Schema.Mismatch.empty(path: path) }
        guard found == Int64(schema.applicationID) else { throw Schema.Mismatch.foreign }
        guard version <= schema.migrations.count else {
            throw Schema.Mismatch.newer(found: version, known: schema.migrations.count)
        }
        return version == schema.migrations.count
    }
}
