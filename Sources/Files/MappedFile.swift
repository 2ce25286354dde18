import CLinux
import Glibc

/// A file that is read where the kernel keeps it, without a copy of its own.
///
/// Only for files that are replaced as a whole and never cut: reading a page that is gone from the file ends the process.
/// Its pages belong to the page cache and are given up where memory is short.
@safe package final class MappedFile: Sendable {
    /// How many bytes there are.
    package let count: Int
    // Mapped in init, for reading only, and given back in deinit.
    nonisolated(unsafe) private let start: UnsafeRawPointer?

    /// Maps a file that is there.
    ///
    /// Pages are not read ahead: whoever looks up a few of millions touches few.
    package init(path: String) throws(FileError) {
        let descriptor = try Descriptor(path: path, flags: O_RDONLY | O_NOFOLLOW, operation: "reading")
        let status = try descriptor.status()
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw FileError(.notAFile, path: path, operation: "reading")
        }
        count = Int(clamping: status.st_size)
        guard count > 0 else {
            unsafe start = nil
            return
        }
        let mapped = unsafe mmap(nil, count, PROT_READ, MAP_SHARED, descriptor.number, 0)
        guard let mapped = unsafe mapped, unsafe mapped != MAP_FAILED else {
            throw FileError.system(path, "reading")
        }
        unsafe _ = madvise(mapped, count, MADV_RANDOM)
        unsafe start = UnsafeRawPointer(mapped)
    }

    deinit {
        if let start = unsafe start { unsafe _ = munmap(UnsafeMutableRawPointer(mutating: start), count) }
    }

    /// The bytes, for as long as the object lives.
    package var bytes: UnsafeRawBufferPointer { unsafe UnsafeRawBufferPointer(start: start, count: count) }

    /// Has the whole file read ahead, for somebody who is about to read all of it.
    package func readAhead() {
        guard let start = unsafe start else { return }
        let begin = unsafe UnsafeMutableRawPointer(mutating: start)
        unsafe _ = madvise(begin, count, MADV_NORMAL)
        unsafe _ = madvise(begin, count, MADV_WILLNEED)
    }
}

/// Reading ahead from memory into the processor.
package enum Prefetch {
    /// Asks for the line of memory at an address, which need not be a valid one, and does not wait for it.
    @inline(__always)
    package static func line(at address: UnsafeRawPointer) { unsafe clinux_prefetch(address) }
}
