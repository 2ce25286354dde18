import Glibc

/// Standard output, written to without a buffer of its own.
package struct StandardOutput: ~Copyable {
    private let descriptor = Descriptor(borrowing: STDOUT_FILENO, path: "standard output")

    package init() {}

    /// Sends bytes.
    package func write(_ bytes: [UInt8]) throws(FileError) {
        var failure: FileError?
        unsafe bytes.withUnsafeBytes { buffer in
            do throws(FileError) { try unsafe descriptor.write(buffer) } catch { failure = error }
        }
        if let failure { throw failure }
    }
}
