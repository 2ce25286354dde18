import Glibc

/// A file in the making: written under a name of its own beside its place, and moved there only when it is whole.
///
/// The order is the promise: all bytes, fsync of the file, rename, fsync of the folder. Whoever looks at the place sees
/// the old file or the new one. A staged file that is given up, or whose process dies before ``commit()``, leaves
/// nothing: until then it has no name at all. Where the file system knows no nameless files it has one that begins
/// with a dot and ends in `.part`, and only a killed process leaves that behind.
package struct StagedFile: ~Copyable {
    /// Where the file will be.
    package let path: String
    private let temporaryPath: String
    private let descriptor: Descriptor
    private var buffer: [UInt8] = []
    /// Whether the file has its temporary name in the folder.
    private var isNamed: Bool
    /// Whether every byte is on the disk.
    private var isSealed = false
    /// What brings them there, where that was begun aside.
    private var synchronisation: FileSynchronisation?
    /// Bytes written so far.
    package private(set) var count: UInt64 = 0

    private static let bufferSize = 1 << 18

    /// Begins a file.
    ///
    /// - Parameters:
    ///   - path: Where it will be.
    ///   - mode: Its permissions, before the process's umask.
    ///   - token: Some letters that make the temporary name unique.
    package init(path: String, mode: UInt32 = 0o666, token: String) throws(FileError) {
        self.path = path
        temporaryPath = Self.temporaryPath(of: path, token: token)
        if let nameless = try Self.nameless(in: Path.split(path).folder, mode: mode) {
            descriptor = nameless
            isNamed = false
        } else {
            descriptor = try Descriptor(
                path: temporaryPath, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode,
                operation: "writing")
            isNamed = true
        }
        buffer.reserveCapacity(Self.bufferSize)
    }

    /// A file without a name in a folder, or nil where there can be none (open(2), `O_TMPFILE`).
    private static func nameless(in folder: String, mode: UInt32) throws(FileError) -> Descriptor? {
        guard Folder.exists("/proc/self/fd") else { return nil }
        do throws(FileError) {
            return try Descriptor(
                path: folder, flags: SpooledInput.nameless | O_WRONLY, mode: mode, operation: "writing")
        } catch {
            guard error.number == EOPNOTSUPP || error.number == EISDIR || error.number == EINVAL else {
                throw error
            }
            return nil
        }
    }

    /// Gives the file its temporary name, from which a rename can replace what lies at its place; a link cannot.
    private mutating func takeName() throws(FileError) {
        if isNamed { return }
        let source = "/proc/self/fd/\(descriptor.number)"
        guard unsafe linkat(AT_FDCWD, source, AT_FDCWD, temporaryPath, AT_SYMLINK_FOLLOW) == 0 else {
            throw FileError.system(path, "writing")
        }
        isNamed = true
    }

    private static func temporaryPath(of path: String, token: String) -> String {
        let (folder, name) = Path.split(path)
        return Path.join(folder, ".\(name).\(token).part")
    }

    /// Removes what a killed process left; only for who knows that no living one writes under this token.
    package static func removeLeftover(of path: String, token: String) throws(FileError) {
        try PrivateFile.remove(temporaryPath(of: path, token: token))
    }

    deinit { if isNamed { unsafe _ = unlink(temporaryPath) } }

    /// Appends bytes.
    package mutating func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        begin(bytes.count)
        if buffer.count + bytes.count > Self.bufferSize { try flush() }
        if bytes.count > Self.bufferSize {
            try unsafe descriptor.write(bytes)
        } else {
            unsafe buffer.append(contentsOf: bytes)
        }
    }

    /// Appends bytes.
    package mutating func write(_ bytes: [UInt8]) throws(FileError) {
        begin(bytes.count)
        if buffer.count + bytes.count > Self.bufferSize { try flush() }
        buffer.append(contentsOf: bytes)
    }

    /// Appends bytes that must not lie in memory longer than where they came from: they pass no buffer.
    package mutating func writeThrough(_ bytes: Span<UInt8>) throws(FileError) {
        try flush()
        begin(bytes.count)
        var failure: FileError?
        unsafe bytes.withUnsafeBytes { raw in
            do throws(FileError) { try unsafe descriptor.write(raw) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    /// Asks the system to begin with bringing what was written to the disk, and waits for nothing.
    package func startWriteback() { descriptor.startWriteback() }

    private mutating func begin(_ more: Int) {
        count += UInt64(more)
        (isSealed, synchronisation) = (false, nil)
    }

    /// Appends text.
    package mutating func write(_ text: String) throws(FileError) { try write(Array(text.utf8)) }

    private mutating func flush() throws(FileError) {
        var failure: FileError?
        unsafe buffer.withUnsafeBytes { bytes in
            do throws(FileError) { try unsafe descriptor.write(bytes) } catch { failure = error }
        }
        if let failure { throw failure }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Brings every byte to the disk, under no name of its own still.
    package mutating func seal() throws(FileError) {
        if isSealed { return }
        if let synchronisation {
            try synchronisation.finish()
        } else {
            try flush()
            try descriptor.synchronise()
        }
        isSealed = true
    }

    /// Writes every byte, and gives what brings them to the disk on a thread that the caller chooses; ``seal()`` waits for it.
    package mutating func beginSealing() throws(FileError) -> FileSynchronisation {
        try flush()
        let begun = FileSynchronisation(of: try descriptor.duplicate())
        synchronisation = begun
        return begun
    }

    /// Seals the file and moves it to its place, for good.
    package mutating func commit() throws(FileError) {
        try place()
        try Folder.synchronise(Path.split(path).folder)
    }

    /// Seals the file and moves it to its place, where a power cut may still take it away until the folder is synchronised.
    ///
    /// For one of several files that belong together.
    package mutating func place() throws(FileError) {
        try seal()
        try takeName()
        guard unsafe rename(temporaryPath, path) == 0 else { throw FileError.system(path, "writing") }
        isNamed = false
    }

    /// Writes a whole file in one go.
    package static func replace(
        _ path: String, with bytes: [UInt8], mode: UInt32 = 0o666, token: String
    ) throws(FileError) {
        var file = try StagedFile(path: path, mode: mode, token: token)
        try file.write(bytes)
        try file.commit()
    }
}
