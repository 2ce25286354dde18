import Glibc

/// A nameless file that vanishes with its process: for input that must be read twice and comes through a pipe.
package struct SpooledInput: ~Copyable {
    private let descriptor: Descriptor

    /// Linux's `O_TMPFILE`, a macro that Swift does not import: `__O_TMPFILE | O_DIRECTORY`.
    private static let nameless: Int32 = 0o20_000_000 | O_DIRECTORY

    /// Makes an empty one within a folder.
    ///
    /// It never has a name, and so nothing can be left of it.
    package init(in folder: String) throws(FileError) {
        descriptor = try Descriptor(
            path: folder, flags: Self.nameless | O_RDWR, mode: 0o600, operation: "writing")
    }

    /// Appends bytes.
    package func write(_ bytes: [UInt8]) throws(FileError) {
        var failure: FileError?
        unsafe bytes.withUnsafeBytes { buffer in
            do throws(FileError) { try unsafe descriptor.write(buffer) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    /// Goes back to the start.
    package func rewind() throws(FileError) {
        guard lseek(descriptor.number, 0, SEEK_SET) == 0 else {
            throw FileError.system(descriptor.path, "reading")
        }
    }

    /// Reads the next bytes, at most as many as the buffer holds; 0 at the end.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
        try unsafe descriptor.read(into: buffer)
    }
}
