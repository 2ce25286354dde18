import CSQLite

extension Connection {
    /// Moves everything from the write-ahead log into the file and cuts the log to nothing.
    ///
    /// What was deleted stands in the log, as it was, until this has answered true.
    ///
    /// - Parameter patience: Milliseconds to wait for connections that read an older state.
    /// - Returns: False if such a connection was still reading; nothing is lost then, and it can be tried again.
    package func emptyLog(patience: Int32) throws(DatabaseError) -> Bool {
        unsafe sqlite3_busy_timeout(handle, max(0, patience))
        defer { unsafe sqlite3_busy_timeout(handle, busyTimeout) }
        do throws(DatabaseError) {
            // The first column of the answer is 1 where a reader or a writer was in the way.
            return try integer("PRAGMA wal_checkpoint(TRUNCATE)") == 0
        } catch {
            if error.isBusy { return false }
            throw error
        }
    }

    /// Writes the whole file anew, so that nothing is in it but what its tables hold.
    ///
    /// `secure_delete` overwrites what is deleted, but not the copies that a page keeps in its unused part when its rows
    /// were moved to another page earlier. The new copy is made in a nameless temporary file, for it may be larger
    /// than the memory; it holds only what stays.
    package func rebuild() throws(DatabaseError) {
        try execute("PRAGMA temp_store = FILE")
        do throws(DatabaseError) { try execute("VACUUM") } catch {
            try execute("PRAGMA temp_store = MEMORY")
            throw error
        }
        try execute("PRAGMA temp_store = MEMORY")
    }
}
