import Cryptography
import Files

/// A file with one key in the clear, 64 hexadecimal digits and a newline, that only its owner may read.
enum KeyFile {
    /// Brings a key to the disk.
    static func write(_ key: SecretKey, to path: String) throws {
        try key.withLine { line in try PrivateFile.replace(path, withSecret: line) }
    }

    /// Reads a key, and refuses it if others may read its file.
    static func read(_ path: String) throws -> SecretKey {
        try check(path)
        guard let key = try PrivateFile.withSecret(of: path, { SecretKey(line: $0) }) else {
            throw unreadable(path)
        }
        return key
    }

    /// Refuses a key file that is missing or that others may read.
    static func check(_ path: String) throws {
        guard PrivateFile.exists(path) else {
            throw LedgerError(
                .key, "The key file \(path) is missing.", hint: "Restore the keys folder from its own backup."
            )
        }
        guard let mode = PrivateFile.permissions(path), mode & 0o077 == 0 else {
            throw LedgerError(
                .key, "Others may read the key file \(path).",
                hint: "Run: chmod 600 '\(path)', and think about who has read it.")
        }
    }

    /// What is said of a file that holds something else.
    static func unreadable(_ path: String) -> LedgerError {
        LedgerError(
            .key, "The key file \(path) holds no key.", hint: "Restore the keys folder from its own backup.")
    }
}
