import Glibc

/// A nameless file that vanishes with its process: for input that must be read twice and comes through a pipe.
package struct SpooledInput: ~Copyable {
    private let descriptor: Descriptor

    /// Linux's `O_TMPFILE`, a macro that Swift does not import: `__O_TMPFILE | O_DIRECTORY`.
    static let nameless: Int32 = 0o20_000_000 | O_DIRECTORY

    /// Makes an empty one within a folder.
    ///
    /// It never has a name, and so nothing can be left of it.
    package init(in folder: String) throws(FileError) {
        descriptor = try Descriptor(
            path: folder, flags: Self.nameless | O_RDWR, mode: 0o600, operation: "writing")
    }

    /// Appends bytes.
    package func write(_ bytes: [UInt8]) throws(FileError) { try descriptor.write(bytes) }

    /// Appends bytes.
    package func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        try unsafe descriptor.write(bytes)
    }

    /// Reads bytes at a place, at most as many as the buffer holds; 0 at the end.
    package func read(
        at offset: UInt64, into buffer: UnsafeMutableRawBufferPointer
    ) throws(FileError) -> Int {
        while true {
            let count = unsafe pread(
                descriptor.number, buffer.baseAddress, buffer.count, off_t(clamping: offset))
            if count >= 0 { return count }
            guard errno == EINTR else { throw FileError.system(descriptor.path, "reading") }
        }
    }

    /// Goes back to the start.
    package func rewind() throws(FileError) { try descriptor.rewind() }

    /// Appends the next bytes to an array, at most `count`; false at the end.
    package func read(appendingTo bytes: inout [UInt8], atMost count: Int) throws(FileError) -> Bool {
        try descriptor.read(appendingTo: &bytes, atMost: count)
    }
}
