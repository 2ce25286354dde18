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

    /// Lends the first 4 KiB of a file and overwrites them in memory afterwards; refuses one that others may read or write.
    package static func withSecret<Result>(
        of path: String, _ body: (Span<UInt8>) -> Result
    ) throws(FileError) -> Result {
        let file = try InputFile(path: path)
        guard let mode = permissions(path), mode & 0o077 == 0 else {
            throw FileError(.exposed, path: path, operation: "reading")
        }
        let capacity = 4096
        let start = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
        defer {
            unsafe explicit_bzero(start, capacity)
            unsafe start.deallocate()
        }
        let buffer = unsafe UnsafeMutableRawBufferPointer(start: start, count: capacity)
        var count = 0
        while count < buffer.count {
            let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
            let read = try unsafe file.read(into: rest)
            if read == 0 { break }
            count += read
        }
        let bytes = unsafe UnsafeRawBufferPointer(rebasing: buffer[..<count]).bindMemory(to: UInt8.self)
        return body(unsafe bytes.span)
    }

    /// Makes an empty file with mode 0600 if there is none, before a library makes it with a wider one.
    package static func ensure(_ path: String) throws(FileError) {
        _ = try Descriptor(
            path: path, flags: O_WRONLY | O_CREAT | O_NOFOLLOW, mode: 0o600, operation: "writing")
    }

    /// Writes over the start of a file, which is made with mode 0600 if there is none; nothing is brought to the disk, and
    /// a killed process may leave some of it.
    package static func overwrite(_ path: String, with bytes: [UInt8]) throws(FileError) {
        let file = try Descriptor(
            path: path, flags: O_WRONLY | O_CREAT | O_NOFOLLOW, mode: 0o600, operation: "writing")
        try file.write(bytes)
    }

    /// Removes a file if it is there.
    package static func remove(_ path: String) throws(FileError) {
        guard unsafe unlink(path) == 0 || errno == ENOENT else { throw FileError.system(path, "removing") }
    }

    /// Puts a file into the place of another in one step; what lay there is gone.
    package static func move(_ path: String, over place: String) throws(FileError) {
        guard unsafe rename(path, place) == 0 else { throw FileError.system(place, "writing") }
        try Folder.synchronise(Path.split(place).folder)
    }

    /// Brings a file that a library wrote to the disk.
    package static func synchronise(_ path: String) throws(FileError) {
        try Descriptor(path: path, flags: O_RDONLY, operation: "writing").synchronise()
    }
}
