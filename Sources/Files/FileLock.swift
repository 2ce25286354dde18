import Glibc

/// A lock that one process at a time holds; the system frees it when the process ends, however it ends.
package struct FileLock: ~Copyable {
    /// Runs a body while this process holds the lock.
    package static func holding<Result>(
        _ path: String, onWait: () -> Void = {}, _ body: () throws -> Result
    ) throws -> Result {
        let lock = try FileLock(path: path, onWait: onWait)
        defer { extendLifetime(lock) }
        return try body()
    }

    /// Runs a body while this process holds the lock, or does nothing and answers nil where another one holds it.
    package static func ifFree<Result>(_ path: String, _ body: () throws -> Result) throws -> Result? {
        let opened = try Descriptor(
            path: path, flags: O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o600, operation: "locking")
        guard flock(opened.number, LOCK_EX | LOCK_NB) == 0 else { return nil }
        defer { extendLifetime(opened) }
        return try body()
    }

    private let descriptor: Descriptor

    /// Waits for the lock.
    ///
    /// - Parameters:
    ///   - path: The file that stands for the lock; made if it is missing.
    ///   - onWait: Called once if another process holds it.
    private init(path: String, onWait: () -> Void) throws(FileError) {
        let opened = try Descriptor(
            path: path, flags: O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o600, operation: "locking")
        if flock(opened.number, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK else { throw FileError.system(path, "locking") }
            onWait()
            while flock(opened.number, LOCK_EX) != 0 {
                guard errno == EINTR else { throw FileError.system(path, "locking") }
            }
        }
        descriptor = opened
    }
}
