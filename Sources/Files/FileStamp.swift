import Glibc

/// What tells one state of a file from another without reading it: which file it is, its size, and when its content and
/// its inode changed last, as the file system tells.
///
/// The time of the inode's last change cannot be set by a program. The file system counts it in steps of some milliseconds.
package struct FileStamp: Hashable, Sendable {
    private let numbers: [Int64]

    /// The stamp of a file, following no link; nil where there is none.
    package static func of(_ path: String) -> FileStamp? {
        var status = stat()
        guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return FileStamp(numbers: [
            Int64(bitPattern: UInt64(status.st_dev)), Int64(bitPattern: UInt64(status.st_ino)),
            Int64(status.st_size), Int64(status.st_mtim.tv_sec), Int64(status.st_mtim.tv_nsec),
            Int64(status.st_ctim.tv_sec), Int64(status.st_ctim.tv_nsec),
        ])
    }

    /// How many bytes the file had.
    package var size: Int64 { numbers[2] }

    /// The stamp as bytes, the same for the same stamp.
    package var bytes: [UInt8] {
        numbers.flatMap { number in (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } }
    }
}
