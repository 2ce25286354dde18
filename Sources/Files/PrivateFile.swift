import Glibc

/// Files that only their owner may read.
package enum PrivateFile {
    /// Whether there is a file of this name.
    package static func exists(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Permission bits of a file or folder, or nil.
    package static func permissions(_ path: String) -> UInt32? {
        var status = stat()
        return unsafe stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
    }

    /// Reads a small file, and refuses one that others may read or write.
    package static func contents(of path: String) throws(FileError) -> [UInt8] {
        let file = try InputFile(path: path)
        guard let mode = permissions(path), mode & 0o077 == 0 else {
            throw FileError(.exposed, path: path, operation: "reading")
        }
        return try file.readAll(limit: 1 << 16)
    }

    /// Makes an empty file with mode 0600 if there is none, before a library makes it with a wider one.
    package static func ensure(_ path: String) throws(FileError) {
        _ = try Descriptor(
            path: path, flags: O_WRONLY | O_CREAT | O_NOFOLLOW, mode: 0o600, operation: "writing")
    }

    /// Removes a file if it is there.
    package static func remove(_ path: String) throws(FileError) {
        guard unsafe unlink(path) == 0 || errno == ENOENT else { throw FileError.system(path, "removing") }
    }
}
