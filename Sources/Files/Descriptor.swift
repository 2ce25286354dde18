import CLinux
import Glibc

/// An open file of the system, closed when its owner goes.
struct Descriptor: ~Copyable {
    let number: Int32
    let path: String
    private let isBorrowed: Bool

    init(path: String, flags: Int32, mode: mode_t = 0o600, operation: String) throws(FileError) {
        var number: Int32
        repeat { number = unsafe open(path, flags | O_CLOEXEC, mode) } while number < 0 && errno == EINTR
        guard number >= 0 else { throw FileError.system(path, operation) }
        self.number = number
        self.path = path
        isBorrowed = false
    }

    /// A descriptor that somebody else closes: standard input or output.
    init(borrowing number: Int32, path: String) {
        self.number = number
        self.path = path
        isBorrowed = true
    }

    /// A second descriptor of the same file.
    func duplicate() throws(FileError) -> Descriptor {
        let number = fcntl(number, F_DUPFD_CLOEXEC, 0)
        guard number >= 0 else { throw FileError.system(path, "writing") }
        return Descriptor(owning: number, path: path)
    }

    private init(owning number: Int32, path: String) {
        self.number = number
        self.path = path
        isBorrowed = false
    }

    deinit { if !isBorrowed { close(number) } }

    func status() throws(FileError) -> stat {
        var status = stat()
        guard unsafe fstat(number, &status) == 0 else { throw FileError.system(path, "looking at it") }
        return status
    }

    /// Reads at most as many bytes as the buffer holds; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
        while true {
            let count = unsafe Glibc.read(number, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            guard errno == EINTR else { throw FileError.system(path, "reading") }
        }
    }

    /// Appends the next bytes to an array, at most `count`; false at the end.
    func read(appendingTo bytes: inout [UInt8], atMost count: Int) throws(FileError) -> Bool {
        var failure: FileError?
        let chunk = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            do throws(FileError) {
                filled = try unsafe read(into: UnsafeMutableRawBufferPointer(buffer))
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        bytes += chunk
        return !chunk.isEmpty
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        var offset = 0
        while offset < bytes.count {
            let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[offset...])
            let count = unsafe Glibc.write(number, rest.baseAddress, rest.count)
            if count >= 0 {
                offset += count
            } else if errno != EINTR {
                throw FileError.system(path, "writing")
            }
        }
    }

    /// Writes everything that is left to read into another file.
    ///
    /// - Returns: How many bytes that were.
    func copy(to other: borrowing Descriptor) throws(FileError) -> UInt64 {
        var count: UInt64 = 0
        var chunk: [UInt8] = []
        while try read(appendingTo: &chunk, atMost: 1 << 18) {
            try other.write(chunk)
            count += UInt64(chunk.count)
            chunk.removeAll(keepingCapacity: true)
        }
        return count
    }

    func write(_ bytes: [UInt8]) throws(FileError) {
        var failure: FileError?
        unsafe bytes.withUnsafeBytes { buffer in
            do throws(FileError) { try unsafe write(buffer) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    func rewind() throws(FileError) { try seek(to: 0) }

    /// Goes to a byte, counted from 0.
    func seek(to offset: UInt64) throws(FileError) {
        let offset = off_t(clamping: offset)
        guard lseek(number, offset, SEEK_SET) == offset else { throw FileError.system(path, "reading") }
    }

    /// Asks for what was written to be brought to the disk soon (sync_file_range(2)); where the file system knows no such
    /// thing, ``synchronise()`` has all to do.
    func startWriteback() { _ = clinux_start_writeback(number) }

    func synchronise() throws(FileError) {
        guard fsync(number) == 0 else { throw FileError.system(path, "writing") }
    }
}
