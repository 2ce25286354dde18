import Cryptography
import Files
import MerkleLog

/// The files of an exported log, as far as the log leads to them.
struct ExportedFiles {
    let folder: String
    /// Files that were looked at; the key and the checkpoint are the first two.
    var count: UInt64 = 2

    /// No bundle is longer: 256 entries of 65,535 bytes and their lengths.
    private static let greatest = 256 * 65_537

    init(folder: String) { self.folder = folder }

    /// Reads a file that belongs to the log into an array that is used again; false where it is missing or cannot be
    /// read.
    mutating func read(_ name: String, into bytes: inout [UInt8]) -> Bool {
        count += 1
        return Self.read(Path.join(folder, name), into: &bytes)
    }

    /// Reads a file of a log into an array that is used again; false where it is missing or cannot be read.
    static func read(_ path: String, into bytes: inout [UInt8]) -> Bool {
        bytes.removeAll(keepingCapacity: true)
        do throws(FileError) {
            try InputFile.append(path, to: &bytes, limit: greatest)
            return true
        } catch {
            return false
        }
    }

    /// The content of a file that may not belong to the log.
    func peek(_ name: String) -> [UInt8]? {
        try? InputFile.contents(of: Path.join(folder, name), limit: Self.greatest)
    }

    /// The leaf hashes of a bundle, or nil where it does not hold exactly so many entries.
    func leafHashes(_ tile: TileCoordinate) -> [Digest]? {
        var hasher = TreeHasher()
        var row: [Digest] = []
        guard let bytes = peek(tile.entriesPath), EntryBundle.hash(bytes, with: &hasher, into: &row),
            row.count == tile.width
        else { return nil }
        return row
    }
}
