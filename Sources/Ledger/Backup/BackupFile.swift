import Cryptography
import Files

/// A file of a backup: where it lies there, and what its bytes were.
public struct BackupFile: Hashable, Sendable {
    /// The path within the backup, such as `vault/vault.db`.
    public let path: String
    /// Bytes.
    public let bytes: Int64
    /// 64 lower-case hexadecimal digits.
    public let sha256: String

    init(path: String, bytes: Int64, sha256: String) {
        (self.path, self.bytes, self.sha256) = (path, bytes, sha256)
    }

    /// Reads a file of a backup from end to end.
    init(_ path: String, in folder: String) throws(FileError) {
        try self.init(path, in: folder) { _ throws(FileError) in }
    }

    /// Copies a file of a backup to a place of its own, for its owner alone, and says what was copied.
    init(_ path: String, in folder: String, copyingTo place: String) throws(FileError) {
        var copy = try StagedFile(path: place, mode: 0o600, token: "copy")
        try self.init(path, in: folder) { piece throws(FileError) in try copy.writeThrough(piece) }
        try copy.commit()
    }

    private init(
        _ path: String, in folder: String, taking: (Span<UInt8>) throws(FileError) -> Void
    ) throws(FileError) {
        let file = try InputFile(path: Path.join(folder, path))
        let digest = RunningDigest()
        try file.forEachPiece { piece throws(FileError) in
            digest.take(piece)
            try taking(piece)
        }
        self.init(path: path, bytes: digest.length, sha256: digest.hex)
    }
}

/// The digest of a file while its pieces come by.
private final class RunningDigest {
    private var hash = SHA256()
    private(set) var length: Int64 = 0

    func take(_ piece: Span<UInt8>) {
        hash.update(piece)
        length += Int64(piece.count)
    }

    /// The digest of all that was taken; taking begins anew.
    var hex: String { hash.finalize().hex }
}
