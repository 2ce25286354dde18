import Containers
import Cryptography
import Files

/// The bytes of a file or a pipe, hashed as they go by.
///
/// What comes through a pipe is taken in first, into a nameless file of the system's temporary folder: a list may have to be
/// read twice, and an archive is read from its end.
final class ListInput: ContainerInput {
    private let file: InputFile
    private var hasher = SHA256()
    private var position: UInt64 = 0
    /// How far the bytes from the first on have been hashed.
    private var hashed: UInt64 = 0
    private var isHashedToItsEnd = false

    /// - Parameter path: A file, or `-` for standard input.
    init(path: String) throws(FileError) {
        file = try InputFile.rereadable(path, spoolingIn: Folder.temporary())
    }

    var name: String { file.name }
    var identity: InputFile.Identity? { file.identity }
    /// How many bytes there are; for a file, how many there were when it was opened.
    var size: UInt64? { file.size }
    /// How far reading is.
    var byteCount: UInt64 { position }

    func read(atMost count: Int) throws -> [UInt8] {
        guard count > 0 else { return [] }
        var chunk: [UInt8] = []
        let isMore = try file.read(appendingTo: &chunk, atMost: count)
        if position == hashed {
            hasher.update(chunk)
            hashed += UInt64(chunk.count)
            isHashedToItsEnd = !isMore
        }
        position += UInt64(chunk.count)
        return chunk
    }

    func rewind() throws {
        try seek(to: 0)
        forget()
    }

    private func forget() {
        hasher = SHA256()
        (hashed, isHashedToItsEnd) = (0, false)
    }

    func seek(to offset: UInt64) throws {
        try file.seek(to: offset)
        position = offset
    }

    /// SHA-256 of all bytes.
    ///
    /// What was read from its first byte to its last is not read again, unless it is asked for a second time.
    func digest() throws -> Digest {
        if !isHashedToItsEnd {
            try rewind()
            while try !read(atMost: 1 << 18).isEmpty {}
        }
        defer { forget() }
        return hasher.finalize()
    }
}
