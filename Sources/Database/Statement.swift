import CSQLite

/// A compiled statement, used again and again: bind, step, read, reset.
///
/// Parameters count from 1 and columns from 0, as in SQLite.
@safe package struct Statement: ~Copyable {
    private let handle: OpaquePointer
    private let connection: Connection
    private let sql: String

    init(_ sql: String, on connection: Connection) throws(DatabaseError) {
        if let spare = unsafe connection.takeSpare(sql) {
            unsafe self.handle = spare
            self.connection = connection
            self.sql = sql
            return
        }
        var handle: OpaquePointer?
        let code = unsafe sqlite3_prepare_v3(
            connection.handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
        guard code == SQLITE_OK, let compiled = unsafe handle else { throw connection.error(code, sql) }
        unsafe self.handle = compiled
        self.connection = connection
        self.sql = sql
    }

    // Compiling costs more than most statements do; the connection keeps some for those who ask the same again.
    deinit { unsafe connection.keepSpare(handle, sql) }

    /// Binds a number.
    package func bind(_ index: Int32, _ value: Int64?) throws(DatabaseError) {
        guard let value else { return try bindNull(index) }
        try check(unsafe sqlite3_bind_int64(handle, index, value))
    }

    /// Binds a text.
    package func bind(_ index: Int32, _ value: String?) throws(DatabaseError) {
        guard var value else { return try bindNull(index) }
        let code = value.withUTF8 { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
                guard let start = characters.baseAddress else {
                    return unsafe csqlite_bind_text_copy(handle, index, "", 0)
                }
                return unsafe csqlite_bind_text_copy(handle, index, start, UInt64(characters.count))
            }
        }
        try check(code)
    }

    /// Binds bytes.
    package func bind(_ index: Int32, _ value: [UInt8]?) throws(DatabaseError) {
        guard let value else { return try bindNull(index) }
        let code = unsafe value.withUnsafeBytes { bytes in
            unsafe csqlite_bind_blob_copy(handle, index, bytes.baseAddress, UInt64(bytes.count))
        }
        try check(code)
    }

    private func bindNull(_ index: Int32) throws(DatabaseError) {
        try check(unsafe sqlite3_bind_null(handle, index))
    }

    /// Goes to the next row; false after the last.
    package func step() throws(DatabaseError) -> Bool {
        switch unsafe sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code:
            let error = connection.error(code, sql)
            unsafe sqlite3_reset(handle)
            throw error
        }
    }

    /// Runs a statement that answers nothing, and makes it ready for its next use.
    package func run() throws(DatabaseError) {
        while try step() {}
        reset()
    }

    /// Makes the statement ready for its next use and forgets its values.
    package func reset() {
        unsafe sqlite3_reset(handle)
        unsafe sqlite3_clear_bindings(handle)
    }

    /// Whether a column of the current row is NULL.
    package func isNull(_ column: Int32) -> Bool { unsafe sqlite3_column_type(handle, column) == SQLITE_NULL }

    /// A number of the current row; 0 for NULL.
    package func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(handle, column) }

    /// A number of the current row, or nil for NULL.
    package func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

    /// A text of the current row; empty for NULL.
    package func text(_ column: Int32) -> String {
        guard let start = unsafe sqlite3_column_text(handle, column) else { return "" }
        let count = Int(unsafe sqlite3_column_bytes(handle, column))
        return unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    /// A text of the current row, or nil for NULL.
    package func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

    /// The bytes of a column of the current row; empty for NULL.
    package func bytes(_ column: Int32) -> [UInt8] {
        // The pointer first, then the count: SQLite's documented order.
        guard let start = unsafe sqlite3_column_blob(handle, column) else { return [] }
        let count = Int(unsafe sqlite3_column_bytes(handle, column))
        return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }

    /// The bytes of a column, or nil for NULL.
    package func optionalBytes(_ column: Int32) -> [UInt8]? { isNull(column) ? nil : bytes(column) }

    private func check(_ code: Int32) throws(DatabaseError) {
        guard code == SQLITE_OK else { throw connection.error(code, sql) }
    }
}
