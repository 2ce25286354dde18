import Database
import Files

/// How the databases of a ledger stand before anything of them is settled: what a look from outside can tell.
package struct LedgerCondition: Sendable {
    /// One database.
    package struct Store: Sendable {
        /// The file.
        package let path: String
        /// SQLite's `journal_mode`, `wal` where all is well; nil where the file cannot be opened.
        package let journalMode: String?
        /// What SQLite said where the file cannot be opened.
        package let problem: String?
    }

    /// `log.db`, `vault.db` and `suppress.db`, and `sources.db` where there is one.
    package let stores: [Store]
    /// Events that a killed process left between vault and log; nil where nobody can tell.
    package let pendingEvents: Int64?
    /// Whether an erasure was begun and not finished; nil where nobody can tell.
    package let isErasureUnfinished: Bool?

    /// The version of the system's SQLite, as in `3.40.1`.
    package static var sqliteVersion: String { SQLiteVersion.text }

    /// Looks at the databases of a ledger without changing anything.
    package init(of home: LedgerHome) {
        let further = PrivateFile.exists(home.sourceDatabase) ? [home.sourceDatabase] : []
        stores = ([home.logDatabase, home.vaultDatabase, home.suppressionDatabase] + further).map(Self.look)
        pendingEvents = try? Connection(path: home.vaultDatabase, mode: .readOnly)
            .integer("SELECT count(*) FROM events WHERE position >= (SELECT settled FROM progress)")
        isErasureUnfinished =
            try? Connection(path: home.vaultDatabase, mode: .readOnly)
            .integer("SELECT undestroyed OR EXISTS (SELECT 1 FROM erasing) FROM progress") == 1
    }

    /// Opening holds every setting to its value and reads it back, so that one that does not hold is a problem here.
    private static func look(_ path: String) -> Store {
        do throws(DatabaseError) {
            let connection = try Connection(path: path, mode: .readOnly)
            return Store(path: path, journalMode: try connection.text("PRAGMA journal_mode"), problem: nil)
        } catch {
            return Store(path: path, journalMode: nil, problem: error.message)
        }
    }
}
