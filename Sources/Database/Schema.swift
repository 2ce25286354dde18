import CSQLite

/// What a database file holds, version by version.
package struct Schema: Sendable {
    /// SQLite's `application_id`, by which a file of another kind is told apart.
    package let applicationID: Int32
    /// What makes each version, the first making version 1.
    package let migrations: [Migration]

    package init(applicationID: Int32, migrations: [Migration]) {
        self.applicationID = applicationID
        self.migrations = migrations
    }

    /// Why a file cannot be used.
    package enum Mismatch: Error, Hashable, Sendable {
        /// The file belongs to something else.
        case foreign
        /// The file is empty, and was not opened to be made.
        case empty(path: String)
        /// The file was written by a newer program.
        case newer(found: Int64, known: Int)
    }
}

/// A step from one version of a schema to the next.
package struct Migration: Sendable, ExpressibleByStringLiteral {
    fileprivate let statements: String
    fileprivate let work: (@Sendable (Connection) throws -> Void)?
    fileprivate let last: String

    /// Statements alone.
    package init(stringLiteral statements: String) {
        (self.statements, work, last) = (statements, nil, "")
    }

    /// Statements, and between them what SQL cannot say.
    package init(
        _ statements: String, then work: @escaping @Sendable (Connection) throws -> Void,
        finally last: String
    ) {
        (self.statements, self.work, self.last) = (statements, work, last)
    }
}

extension Connection {
    /// Brings the file to the newest version of its schema, each step in a transaction of its own.
    ///
    /// An empty file gets the schema only if it was opened with ``Mode/create``.
    ///
    /// - Throws: ``Schema/Mismatch`` for a file of another kind or of a newer program, ``DatabaseError`` for the rest.
    package func migrate(to schema: Schema) throws {
        let version = try integer("PRAGMA user_version") ?? 0
        let found = try integer("PRAGMA application_id") ?? 0
        let tables = try integer("SELECT count(*) FROM sqlite_schema") ?? 0
        let isFresh = version == 0 && found == 0 && tables == 0
        // Taken for new, a file that lost its content would answer that nothing is known of anybody.
        guard !isFresh || mode == .create else { throw Schema.Mismatch.empty(path: path) }
        guard isFresh || found == Int64(schema.applicationID) else { throw Schema.Mismatch.foreign }
        guard version <= schema.migrations.count else {
            throw Schema.Mismatch.newer(found: version, known: schema.migrations.count)
        }
        guard version < schema.migrations.count else { return }
        for next in Int(version)..<schema.migrations.count {
            try transaction {
                let migration = schema.migrations[next]
                try execute(migration.statements)
                try migration.work?(self)
                try execute(migration.last)
                try execute("PRAGMA application_id = \(schema.applicationID)")
                try execute("PRAGMA user_version = \(next + 1)")
            }
        }
    }

    /// What SQLite's own check of the whole file finds; empty when all is well.
    package func integrityFindings() throws(DatabaseError) -> [String] {
        let statement = try prepare("PRAGMA integrity_check(100)")
        var findings: [String] = []
        while try statement.step() { findings.append(statement.text(0)) }
        return findings == ["ok"] ? [] : findings
    }
}

/// The library in use.
package enum SQLiteVersion {
    /// As in `3.40.1`.
    package static var text: String { unsafe String(cString: sqlite3_libversion()) }
}
