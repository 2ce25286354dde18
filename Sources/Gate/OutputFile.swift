import Cryptography
import Files

/// One output in the making, hashed as it is written.
///
/// Given up unless it is committed.
final class OutputFile {
    private var staged: StagedFile
    private var hasher = SHA256()
    /// What is still to be hashed and written.
    private var pending: [UInt8] = []
    /// SHA-256 of the whole, once it is sealed.
    private(set) var sha256 = ""

    init(path: String, token: String) throws(FileError) {
        // Lists of people are for whoever vetted them, until they decide otherwise.
        staged = try StagedFile(path: path, mode: 0o600, token: token)
    }

    var byteCount: UInt64 { staged.count + UInt64(pending.count) }

    private static let mostPending = 1 << 17

    func write(_ bytes: [UInt8]) throws(FileError) {
        if bytes.count >= Self.mostPending {
            try flush()
            hasher.update(bytes)
            return try staged.write(bytes)
        }
        pending.append(contentsOf: bytes)
        if pending.count >= Self.mostPending { try flush() }
    }

    private func flush() throws(FileError) {
        hasher.update(pending)
        try staged.write(pending)
        pending.removeAll(keepingCapacity: true)
    }

    /// Brings every byte to the disk, under a name that is not yet its own.
    func seal() throws(FileError) {
        if sha256.isEmpty {
            try flush()
            sha256 = hasher.finalize().hex
        }
        try staged.seal()
    }

    /// Ends the file: its digest is known then, and its bytes are still to be brought to the disk, by whoever has the time.
    func beginSealing() throws(FileError) -> FileSynchronisation {
        try flush()
        sha256 = hasher.finalize().hex
        return try staged.beginSealing()
    }

    /// Moves the sealed file to its place, as one of several: the folder is still to be synchronised.
    func place() throws(FileError) { try staged.place() }

    /// Moves the sealed file to its place, for good.
    func commit() throws(FileError) { try staged.commit() }
}
