import Cryptography
import Files
import Workers

/// One output in the making, hashed as it is written.
///
/// Hashing and writing may have a thread of their own: what was written last is worked on there, while the next bytes come
/// together here. What fails there is thrown by the next call, and at the latest when the file is sealed. Given up unless
/// it is committed.
final class OutputFile {
    private var desk: SideDesk<Writing>
    /// What is still to be hashed and written.
    private var pending: [UInt8] = []
    /// Bytes that went to the desk.
    private var handedOver: UInt64 = 0
    /// SHA-256 of the whole, once it is sealed.
    private(set) var sha256 = ""

    /// - Parameter workers: With one there is no thread beside the caller's.
    init(path: String, token: String, workers: Workers = Workers(1)) throws(FileError) {
        // Lists of people are for whoever vetted them, until they decide otherwise.
        desk = SideDesk(Writing(try StagedFile(path: path, mode: 0o600, token: token)), workers)
    }

    var byteCount: UInt64 { handedOver + UInt64(pending.count) }

    /// Beginning a thread takes a tenth of the time that so many bytes take to be hashed and written.
    private static let mostPending = 1 << 19

    func write(_ bytes: [UInt8]) throws(FileError) {
        pending.append(contentsOf: bytes)
        if pending.count >= Self.mostPending {
            try handOver()
            desk.begin { $0.write() }
        }
    }

    /// Puts what came together on the desk, and takes the memory of what was there.
    private func handOver() throws(FileError) {
        handedOver += UInt64(pending.count)
        let taken = pending
        pending = try desk.with { writing throws(FileError) in
            if let failure = writing.failure { throw failure }
            let before = writing.bytes
            writing.bytes = taken
            return before
        }
    }

    /// Brings every byte to the disk, under a name that is not yet its own.
    func seal() throws(FileError) {
        try end()
        try desk.with { writing throws(FileError) in try writing.file.seal() }
    }

    /// Ends the file: its digest is known then, and its bytes are still to be brought to the disk, by whoever has the time.
    func beginSealing() throws(FileError) -> FileSynchronisation {
        try end()
        return try desk.with { writing throws(FileError) in try writing.file.beginSealing() }
    }

    private func end() throws(FileError) {
        guard sha256.isEmpty else { return }
        try handOver()
        let digest = try desk.with { writing throws(FileError) in
            writing.write()
            if let failure = writing.failure { throw failure }
            return writing.hasher.finalize()
        }
        sha256 = digest.hex
    }

    /// Moves the sealed file to its place, as one of several: the folder is still to be synchronised.
    func place() throws(FileError) { try desk.with { writing throws(FileError) in try writing.file.place() } }

    /// Moves the sealed file to its place, for good.
    func commit() throws(FileError) {
        try desk.with { writing throws(FileError) in try writing.file.commit() }
    }
}

extension OutputFile {
    /// Where bytes become part of the file.
    private struct Writing: ~Copyable {
        var file: StagedFile
        var hasher = SHA256()
        var bytes: [UInt8] = []
        var failure: FileError?
        /// Bytes that the system was not yet asked to bring to the disk.
        private var lazyBytes = 0

        /// Waiting for the disk at the end takes the longer the more is left to it then.
        private static let mostLazyBytes = 1 << 23

        init(_ file: consuming StagedFile) { self.file = file }

        /// Hashes and writes what lies here.
        mutating func write() {
            guard !bytes.isEmpty, failure == nil else { return }
            // Held apart: a part of a value cannot be lent while another is changed.
            var taken: [UInt8] = []
            swap(&taken, &bytes)
            hasher.update(taken)
            do throws(FileError) { try file.writeThrough(taken.span) } catch { failure = error }
            lazyBytes += taken.count
            if lazyBytes >= Self.mostLazyBytes {
                file.startWriteback()
                lazyBytes = 0
            }
            taken.removeAll(keepingCapacity: true)
            swap(&taken, &bytes)
        }
    }
}
