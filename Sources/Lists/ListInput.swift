import Containers
import Cryptography
import Files
import Workers

/// The bytes of a file or a pipe, hashed as they go by.
///
/// What comes through a pipe is taken in first, into a nameless file of the system's temporary folder: a list may have to be
/// read twice, and an archive is read from its end. Where somebody reads on and on, the next bytes are read and hashed on a
/// thread of its own meanwhile.
final class ListInput: ContainerInput {
    let name: String
    let identity: InputFile.Identity?
    /// How many bytes there are; for a file, how many there were when it was opened.
    let size: UInt64?
    /// How far reading is.
    private(set) var byteCount: UInt64 = 0
    private let readsAhead: Bool
    private var desk: SideDesk<Reading>
    /// Bytes that were read before their turn.
    private var rest: [UInt8] = []
    private var restStart = 0

    /// So many bytes are read before their turn.
    private static let bytesAhead = 1 << 20
    /// Who asks for less at once looks here and there.
    private static let leastAtOnce = 1 << 16

    /// - Parameters:
    ///   - path: A file, or `-` for standard input.
    ///   - workers: With one there is no thread beside the caller's.
    init(path: String, workers: Workers) throws(FileError) {
        let file = try InputFile.rereadable(path, spoolingIn: Folder.temporary())
        (name, identity, size) = (file.name, file.identity, file.size)
        desk = SideDesk(Reading(file), workers)
        readsAhead = workers.count > 1
    }

    func read(atMost count: Int) throws -> [UInt8] {
        guard count > 0 else { return [] }
        if restStart == rest.count, desk.isAtWork {
            (rest, restStart) = (try desk.with { reading in try reading.early.take()?.get() ?? [] }, 0)
            // None at the end, and then again none.
            if rest.isEmpty { return [] }
            lookAhead(count)
        }
        if restStart < rest.count {
            let end = min(rest.count, restStart + count)
            defer { restStart = end }
            byteCount += UInt64(end - restStart)
            return Array(rest[restStart..<end])
        }
        let chunk = try desk.with { reading in try reading.read(atMost: count) }
        byteCount += UInt64(chunk.count)
        if !chunk.isEmpty { lookAhead(count) }
        return chunk
    }

    /// Begins with the bytes behind those at hand, where the input is long and somebody wants much of it.
    private func lookAhead(_ count: Int) {
        guard readsAhead, count >= Self.leastAtOnce, byteCount >= UInt64(Self.bytesAhead) else { return }
        desk.begin { reading in
            reading.early = Result { try reading.read(atMost: ListInput.bytesAhead) }
        }
    }

    func rewind() throws {
        try seek(to: 0)
        desk.with { $0.forget() }
    }

    func seek(to offset: UInt64) throws {
        (rest, restStart) = ([], 0)
        try desk.with { reading in try reading.seek(to: offset) }
        byteCount = offset
    }

    /// SHA-256 of all bytes.
    ///
    /// What was read from its first byte to its last is not read again, unless it is asked for a second time.
    func digest() throws -> Digest {
        if !desk.with({ $0.isHashedToItsEnd }) {
            try rewind()
            while try !read(atMost: 1 << 18).isEmpty {}
        }
        return desk.with { $0.finish() }
    }
}

extension ListInput {
    /// The file, and how far it was read and hashed.
    private struct Reading: ~Copyable {
        let file: InputFile
        private var hasher = SHA256()
        private var position: UInt64 = 0
        /// How far the bytes from the first on have been hashed.
        private var hashed: UInt64 = 0
        private(set) var isHashedToItsEnd = false
        /// What was read before its turn, or why it could not be.
        var early: Result<[UInt8], any Error>?

        init(_ file: consuming InputFile) { self.file = file }

        mutating func read(atMost count: Int) throws -> [UInt8] {
            var chunk: [UInt8] = []
            chunk.reserveCapacity(count)
            let isMore = try file.read(appendingTo: &chunk, atMost: count)
            if position == hashed {
                hasher.update(chunk)
                hashed += UInt64(chunk.count)
                isHashedToItsEnd = !isMore
            }
            position += UInt64(chunk.count)
            return chunk
        }

        mutating func seek(to offset: UInt64) throws {
            early = nil
            try file.seek(to: offset)
            position = offset
        }

        mutating func finish() -> Digest {
            let digest = hasher.finalize()
            forget()
            return digest
        }

        /// Begins to hash anew with the next byte that is the first.
        mutating func forget() {
            hasher = SHA256()
            (hashed, isHashedToItsEnd) = (0, false)
        }
    }
}
