import CSQLite

/// One connection to one database file.
///
/// Used by one thread at a time; the class is not `Sendable` and so the compiler holds to it. Closed when the last
/// reference goes; statements may outlive it, SQLite then closes with the last of them.
@safe package final class Connection {
    /// The file.
    package let path: String
    let mode: Mode
    let handle: OpaquePointer
    /// Milliseconds to wait for another process.
    let busyTimeout: Int32
    private(set) var isInTransaction = false
    /// Compiled statements that nobody uses now, by their text.
    private var spares: [String: OpaquePointer] = unsafe [:]
    private static let mostSpares = 64

    /// How a connection is opened.
    package enum Mode: Sendable {
        /// For reading and writing; the file must be there.
        case readWrite
        /// For reading and writing; the file is made if it is missing.
        case create
        /// For reading only.
        case readOnly
    }

    /// Opens a file and holds it to the rules of the house.
    ///
    /// The rules are set and then read back, for a setting that silently does not hold costs data:
    /// `journal_mode = WAL`, `synchronous = FULL` (with NORMAL acknowledged rows are lost at a power cut),
    /// `secure_delete = ON` (what is deleted is overwritten), `foreign_keys = ON`, `temp_store = MEMORY` (nothing
    /// spills into temporary files), `trusted_schema = OFF`, defensive mode.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - mode: How it is opened.
    ///   - pageSize: Bytes of a page of a file that is made; nil for SQLite's own choice.
    ///   - busyTimeout: Milliseconds to wait for another process.
    package init(path: String, mode: Mode, pageSize: Int? = nil, busyTimeout: Int32 = 60_000)
        throws(DatabaseError)
    {
        var handle: OpaquePointer?
        let access =
            switch mode {
            case .readWrite: SQLITE_OPEN_READWRITE
            case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            case .readOnly: SQLITE_OPEN_READONLY
            }
        let flags = access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOFOLLOW
        let code = unsafe sqlite3_open_v2(ResolvedPath.of(path), &handle, flags, nil)
        guard code == SQLITE_OK, let opened = unsafe handle else {
            let message = unsafe String(cString: sqlite3_errstr(code))
            unsafe sqlite3_close_v2(handle)
            throw DatabaseError(code: code, message: message, path: path, operation: "opening")
        }
        self.path = path
        self.mode = mode
        self.busyTimeout = busyTimeout
        unsafe self.handle = opened
        unsafe sqlite3_busy_timeout(opened, busyTimeout)
        unsafe _ = csqlite_defensive(opened)
        // A file that holds something already keeps the size that it was made with.
        if mode == .create, let pageSize { try execute("PRAGMA page_size = \(pageSize)") }
        if mode != .readOnly { try hold("journal_mode", to: "WAL", reading: "wal") }
        try hold("synchronous", to: "FULL", reading: "2")
        try hold("secure_delete", to: "ON", reading: "1")
        try hold("foreign_keys", to: "ON", reading: "1")
        try hold("temp_store", to: "MEMORY", reading: "2")
        try hold("trusted_schema", to: "OFF", reading: "0")
    }

    deinit {
        while let spare = unsafe spares.popFirst() { unsafe sqlite3_finalize(spare.value) }
        unsafe sqlite3_close_v2(handle)
    }

    /// A compiled statement that was kept, or nil; it is the caller's from then on.
    func takeSpare(_ sql: String) -> OpaquePointer? { unsafe spares.removeValue(forKey: sql) }

    /// Keeps a compiled statement, without its values, or lets it go.
    func keepSpare(_ statement: OpaquePointer, _ sql: String) {
        // Some pragmas do their work while they are compiled (sqlite.org/pragma.html), and would do nothing later.
        guard unsafe spares.count < Self.mostSpares, unsafe spares[sql] == nil, !sql.hasPrefix("PRAGMA"),
            !sql.hasPrefix("VACUUM")
        else {
            unsafe sqlite3_finalize(statement)
            return
        }
        unsafe sqlite3_reset(statement)
        unsafe sqlite3_clear_bindings(statement)
        unsafe spares[sql] = statement
    }

    /// Sets a pragma and reads it back.
    func hold(_ pragma: String, to value: String, reading expected: String) throws(DatabaseError) {
        try execute("PRAGMA \(pragma) = \(value)")
        let found = try text("PRAGMA \(pragma)")
        guard found == expected else {
            throw DatabaseError(
                code: SQLITE_MISUSE, message: "\(pragma) is \(found ?? "nothing") and not \(value)",
                path: path,
                operation: "opening")
        }
    }

    /// Runs statements that bind nothing and answer nothing.
    package func execute(_ sql: String) throws(DatabaseError) {
        let code = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw error(code, sql) }
    }

    /// Compiles a statement for repeated use.
    package func prepare(_ sql: String) throws(DatabaseError) -> Statement {
        try Statement(sql, on: self)
    }

    /// The first column of the first row, as text.
    package func text(_ sql: String) throws(DatabaseError) -> String? {
        let statement = try prepare(sql)
        return try statement.step() ? statement.text(0) : nil
    }

    /// The first column of the first row, as a number.
    package func integer(_ sql: String) throws(DatabaseError) -> Int64? {
        let statement = try prepare(sql)
        return try statement.step() ? statement.integer(0) : nil
    }

    /// The rowid of the last insertion by this connection.
    package var lastInsertedRow: Int64 { unsafe sqlite3_last_insert_rowid(handle) }

    /// Rows changed by the last statement.
    package var changes: Int { Int(unsafe sqlite3_changes(handle)) }

    /// Runs a body within one transaction that has the write lock from the start.
    ///
    /// A body that throws leaves nothing behind. A COMMIT that fails with an I/O error may have stored everything
    /// all the same: the caller must look again before it repeats anything.
    package func transaction<Result>(_ body: () throws -> Result) throws -> Result {
        try prepare("BEGIN IMMEDIATE").run()
        isInTransaction = true
        defer { isInTransaction = false }
        do {
            let result = try body()
            try prepare("COMMIT").run()
            return result
        } catch {
            // After some failures SQLite has already rolled back by itself; a second rollback is an error without meaning.
            if unsafe sqlite3_get_autocommit(handle) == 0 { try? execute("ROLLBACK") }
            throw error
        }
    }

    /// From here on this connection sees the file as it is now, whatever others write meanwhile.
    package func beginSnapshot() throws(DatabaseError) {
        try execute("BEGIN")
        // WAL fixes the view at the first reading and not at BEGIN.
        _ = try integer("SELECT count(*) FROM sqlite_schema")
    }

    /// Ends what ``beginSnapshot()`` began; without it nothing happens.
    package func endSnapshot() {
        if unsafe sqlite3_get_autocommit(handle) == 0 { try? execute("COMMIT") }
    }

    func error(_ code: Int32, _ operation: String) -> DatabaseError {
        let message = unsafe String(cString: sqlite3_errmsg(handle))
        return DatabaseError(code: code, message: message, path: path, operation: operation)
    }
}
