import Glibc

/// What tells a file that never changes from any other that has or had its name.
///
/// The number of a file that is gone may be given to the next; the moment when it was written tells the two apart.
package struct FileStamp: Hashable, Sendable {
    private let device: UInt64
    private let node: UInt64
    private let seconds: Int
    private let nanoseconds: Int

    /// The stamp of the file that a name leads to; nil if there is none.
    package init?(_ path: String) {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        (device, node) = (UInt64(status.st_dev), UInt64(status.st_ino))
        (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    }
}
