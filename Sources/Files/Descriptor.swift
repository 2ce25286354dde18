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
        let start = bytes.count
        // One copy of memory; a repeated element is appended one by one where the optimiser does not help.
        bytes.append(contentsOf: [UInt8](repeating: 0, count: count))
        var result: Result<Int, FileError> = .success(0)
        unsafe bytes.withUnsafeMutableBytes { buffer in
            do throws(FileError) {
                let room = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[start...])
                result = .success(try unsafe read(into: room))
            } catch {
                result = .failure(error)
            }
        }
        let got = (try? result.get()) ?? 0
        bytes.removeLast(count - got)
        return try result.get() > 0
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

    func rewind() throws(FileError) {
        guard lseek(number, 0, SEEK_SET) == 0 else { throw FileError.system(path, "reading") }
    }

    func synchronise() throws(FileError) {
        guard fsync(number) == 0 else { throw FileError.system(path, "writing") }
    }
}
