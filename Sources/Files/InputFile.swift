import Glibc

/// A file that is read from its start to its end, or standard input.
package struct InputFile: ~Copyable {
    /// What tells one file of a machine from another, by whatever name it is reached.
    package struct Identity: Hashable, Sendable {
        let device: UInt64
        let node: UInt64
    }

    /// The name for messages; `standard input` for `-`.
    package let name: String
    /// Bytes, or nil where nobody knows beforehand.
    package let size: UInt64?
    /// Which file it is, or nil for standard input.
    package let identity: Identity?

    private let descriptor: Descriptor

    /// Opens a file, or standard input for `-`.
    ///
    /// Folders, pipes and devices are refused by name.
    package init(path: String) throws(FileError) {
        guard path != "-" else {
            name = "standard input"
            size = nil
            identity = nil
            descriptor = Descriptor(borrowing: STDIN_FILENO, path: "standard input")
            return
        }
        // O_NONBLOCK, for opening a pipe that nobody writes to would wait for ever before it could be refused.
        let opened = try Descriptor(path: path, flags: O_RDONLY | O_NONBLOCK, operation: "reading")
        let status = try opened.status()
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw FileError(.directory, path: path, operation: "reading")
        default: throw FileError(.notAFile, path: path, operation: "reading")
        }
        name = path
        size = UInt64(clamping: status.st_size)
        identity = Identity(device: UInt64(status.st_dev), node: UInt64(status.st_ino))
        descriptor = opened
    }

    /// Opens a file, or takes in the whole of standard input for `-`, so that it can be read again.
    ///
    /// - Parameter folder: Where a nameless copy of standard input may lie.
    package static func rereadable(_ path: String, spoolingIn folder: String) throws(FileError) -> InputFile {
        let file = try InputFile(path: path)
        guard file.identity == nil else { return file }
        let copy = try Descriptor(
            path: folder, flags: SpooledInput.nameless | O_RDWR, mode: 0o600, operation: "writing")
        let count = try file.descriptor.copy(to: copy)
        try copy.rewind()
        return InputFile(name: file.name, size: count, descriptor: copy)
    }

    private init(name: String, size: UInt64, descriptor: consuming Descriptor) {
        (self.name, self.size, identity) = (name, size, nil)
        self.descriptor = descriptor
    }

    /// Reads the next bytes, at most as many as the buffer holds; 0 at the end.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
        try unsafe descriptor.read(into: buffer)
    }

    /// Appends the next bytes to an array, at most `count`; false at the end.
    package func read(appendingTo bytes: inout [UInt8], atMost count: Int) throws(FileError) -> Bool {
        try descriptor.read(appendingTo: &bytes, atMost: count)
    }

    /// Goes back to the start; not for standard input that was not taken in.
    package func rewind() throws(FileError) { try descriptor.rewind() }

    /// Goes to a byte, counted from 0; not for standard input that was not taken in.
    package func seek(to offset: UInt64) throws(FileError) { try descriptor.seek(to: offset) }

    /// Reads everything that is left.
    ///
    /// - Parameter limit: The most that is taken; a longer file is ``FileError/Code-swift.enum/full``.
    package func readAll(limit: Int) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        try readAll(appendingTo: &bytes, limit: limit)
        return bytes
    }

    private func readAll(appendingTo bytes: inout [UInt8], limit: Int) throws(FileError) {
        while try read(appendingTo: &bytes, atMost: 1 << 16) {
            guard bytes.count <= limit else { throw FileError(.full, path: name, operation: "reading") }
        }
    }

    /// The whole of a file.
    package static func contents(of path: String, limit: Int = 1 << 26) throws(FileError) -> [UInt8] {
        try InputFile(path: path).readAll(limit: limit)
    }

    /// The first bytes of a file, as many as there are up to a number.
    package static func contents(of path: String, first count: Int) throws(FileError) -> [UInt8] {
        let file = try InputFile(path: path)
        var bytes: [UInt8] = []
        while bytes.count < count, try file.read(appendingTo: &bytes, atMost: count - bytes.count) {}
        return bytes
    }

    /// Appends the whole of a file to an array, which may be used again for the next.
    ///
    /// As long as it was when it was opened: for many small files, of which nobody writes any.
    package static func append(_ path: String, to bytes: inout [UInt8], limit: Int) throws(FileError) {
        let file = try InputFile(path: path)
        guard let size = file.size, size > 0, size <= UInt64(clamping: limit) else {
            return try file.readAll(appendingTo: &bytes, limit: limit)
        }
        var rest = Int(size)
        while rest > 0, case let before = bytes.count,
            try file.read(appendingTo: &bytes, atMost: min(rest, 1 << 16))
        {
            rest -= bytes.count - before
        }
    }

    /// Which file a name leads to, following links; nil if there is none.
    package static func identity(of path: String) -> Identity? {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        return Identity(device: UInt64(status.st_dev), node: UInt64(status.st_ino))
    }
}
