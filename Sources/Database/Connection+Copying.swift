import CSQLite

extension Connection {
    /// Pages that are copied before others have a chance to go on.
    private static let pagesAtOnce: Int32 = 1024

    /// Copies the whole database into a file, while others read and write.
    ///
    /// Within a snapshot (``beginSnapshot()``) the copy is the file as it was when that began; without one it is the file at
    /// some moment of the copying. First the pages are copied as they are, then the file is written anew from its
    /// tables: `secure_delete` overwrites what is deleted, but not what a page keeps in its unused part after its rows
    /// moved, and a copy must hold nothing but its rows. It needs no write-ahead log beside it. Bringing it to the
    /// disk is for the caller.
    ///
    /// - Parameters:
    ///   - path: An empty file, or a name at which there is none.
    ///   - pages: A name beside it for the pages; made by this, and for the caller to remove. The caller sees to it that
    ///     nobody else may read it, by making it empty.
    package func copy(to path: String, through pages: String) throws(DatabaseError) {
        try copyPages(to: pages)
        let copied = try Connection(path: pages, mode: .readOnly)
        let statement = try copied.prepare("VACUUM INTO ?1")
        try statement.bind(1, ResolvedPath.of(path))
        try statement.run()
    }

    private func copyPages(to path: String) throws(DatabaseError) {
        let target = unsafe try Self.target(path)
        defer { unsafe sqlite3_close_v2(target) }
        guard let backup = unsafe sqlite3_backup_init(target, "main", handle, "main") else {
            throw unsafe Self.error(of: target, path)
        }
        var code = SQLITE_OK
        while code == SQLITE_OK { code = unsafe sqlite3_backup_step(backup, Self.pagesAtOnce) }
        let ended = unsafe sqlite3_backup_finish(backup)
        guard code == SQLITE_DONE, ended == SQLITE_OK else {
            let failure = code == SQLITE_DONE ? ended : code
            throw DatabaseError(
                code: failure, message: unsafe String(cString: sqlite3_errstr(failure)), path: path,
                operation: "copying \(self.path)")
        }
        // The copy took over that its source has a write-ahead log; by itself it has none.
        guard unsafe sqlite3_exec(target, "PRAGMA journal_mode = DELETE", nil, nil, nil) == SQLITE_OK else {
            throw unsafe Self.error(of: target, path)
        }
    }

    private static func target(_ path: String) throws(DatabaseError) -> OpaquePointer {
        var opened: OpaquePointer?
        let flags =
            SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
            | SQLITE_OPEN_NOFOLLOW
        let code = unsafe sqlite3_open_v2(ResolvedPath.of(path), &opened, flags, nil)
        guard code == SQLITE_OK, let target = unsafe opened else {
            unsafe sqlite3_close_v2(opened)
            throw DatabaseError(
                code: code, message: unsafe String(cString: sqlite3_errstr(code)), path: path,
                operation: "copying")
        }
        return unsafe target
    }

    private static func error(of handle: OpaquePointer, _ path: String) -> DatabaseError {
        DatabaseError(
            code: unsafe sqlite3_extended_errcode(handle),
            message: unsafe String(cString: sqlite3_errmsg(handle)), path: path, operation: "copying")
    }
}
