package import Cryptography
package import Files
package import Tables

/// The bytes of a list, hashed as they go by.
///
/// The first ones are kept and given again, so that a list can be looked at before it is read; a list that comes
/// through a pipe can be read twice out of a nameless file.
package final class ListSource: ByteSource {
    private let file: InputFile
    private var spool: SpooledInput?
    private var hasher = SHA256()
    private var pending: [UInt8] = []
    private var pendingOffset = 0
    private var isReadingSpool = false
    private var isAtEnd = false
    /// What went wrong below, in its own words; the reader of tables knows only that something did.
    package private(set) var failure: FileError?
    /// What the text turned out to be written in, where its beginning did not show it.
    var settledEncoding: TextEncoding?
    /// Bytes read so far.
    package private(set) var byteCount: UInt64 = 0

    /// Opens a list.
    ///
    /// What comes through a pipe is kept in a nameless file of the system's temporary folder.
    ///
    /// - Parameter path: A file, or `-` for standard input.
    /// - Throws: `FileError`.
    package init(path: String) throws {
        file = try InputFile(path: path)
        if file.size == nil { spool = try SpooledInput(in: Folder.temporary()) }
    }

    /// The file as it was named, for messages.
    package var name: String { file.name }
    /// Its bytes, if that is known beforehand.
    package var size: UInt64? { file.size }
    /// Which file it is; nil for a pipe.
    package var identity: InputFile.Identity? { file.identity }

    /// SHA-256 of everything that was read; the source is at its end then.
    package func digest() -> Digest { hasher.finalize() }

    /// Goes back to the first byte, as if nothing had been read.
    package func rewind() throws(FileError) {
        if file.identity != nil {
            try file.rewind()
        } else if spool != nil {
            try spool?.rewind()
            isReadingSpool = true
        }
        hasher = SHA256()
        (pending, pendingOffset, isAtEnd, byteCount) = ([], 0, false, 0)
    }

    /// The first bytes, at most as many as asked for, without using them up.
    func peek(atMost limit: Int) throws(FileError) -> (bytes: [UInt8], isWhole: Bool) {
        while pending.count < limit, !isAtEnd {
            pending += try nextChunk(atMost: limit - pending.count)
        }
        return (pending, isAtEnd)
    }

    /// Hands out the next bytes.
    package func read(into output: inout OutputSpan<UInt8>) throws(TableError) {
        if pendingOffset == pending.count {
            do throws(FileError) {
                (pending, pendingOffset) = (try nextChunk(atMost: min(output.freeCapacity, 1 << 18)), 0)
            } catch {
                failure = error
                throw TableError(code: .unreadable, what: error.description, hint: "")
            }
        }
        let count = min(output.freeCapacity, pending.count - pendingOffset)
        unsafe pending.withUnsafeBufferPointer { source in
            unsafe output.withUnsafeMutableBufferPointer { room, filled in
                let piece = unsafe source[pendingOffset..<(pendingOffset + count)]
                _ = unsafe room[filled...].update(fromContentsOf: piece)
                filled += count
            }
        }
        pendingOffset += count
    }

    /// The next bytes of the input, hashed and, if they come through a pipe, kept; none at the end.
    private func nextChunk(atMost count: Int) throws(FileError) -> [UInt8] {
        guard !isAtEnd, count > 0 else { return [] }
        var chunk: [UInt8] = []
        if isReadingSpool {
            isAtEnd = try !(spool?.read(appendingTo: &chunk, atMost: count) ?? false)
        } else {
            isAtEnd = try !file.read(appendingTo: &chunk, atMost: count)
            try spool?.write(chunk)
        }
        hasher.update(chunk)
        byteCount += UInt64(chunk.count)
        return chunk
    }
}
