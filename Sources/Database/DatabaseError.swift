/// A failed call to SQLite.
///
/// Bound values are left out on purpose: they are personal data, and errors end up in logs.
package struct DatabaseError: Error, Hashable, Sendable, CustomStringConvertible {
    /// SQLite's extended result code.
    package let code: Int32
    /// SQLite's words for it.
    package let message: String
    /// The file.
    package let path: String
    /// What was being done: an operation or the text of the statement, never its values.
    package let operation: String

    package init(code: Int32, message: String, path: String, operation: String) {
        self.code = code
        self.message = message
        self.path = path
        self.operation = operation
    }

    /// The primary result code, without its extension.
    package var primaryCode: Int32 { code & 0xFF }
    /// Whether the file is damaged or no database at all (`SQLITE_CORRUPT`, `SQLITE_NOTADB`).
    package var isCorruption: Bool { primaryCode == 11 || primaryCode == 26 }
    /// Whether another connection holds the file (`SQLITE_BUSY`, `SQLITE_LOCKED`).
    package var isBusy: Bool { primaryCode == 5 || primaryCode == 6 }
    /// Whether the disk is full (`SQLITE_FULL`).
    package var isFull: Bool { primaryCode == 13 }
    /// Whether the file or its folder may not be written to (`SQLITE_READONLY`).
    package var isReadOnly: Bool { primaryCode == 8 }
    /// Whether the system failed to read or write (`SQLITE_IOERR`).
    package var isInputOutput: Bool { primaryCode == 10 }
    /// Whether a constraint was broken (`SQLITE_CONSTRAINT`).
    package var isConstraint: Bool { primaryCode == 19 }

    package var description: String { "\(path): \(message) (SQLite \(code)) while \(operation)" }
}
