import Cryptography
import Files
import MerkleLog

/// The files of an exported log, and which of them were looked at.
struct ExportedFiles {
    let folder: String
    private(set) var seen: Set<String> = [EnclosedKey.fileName, LogExport.checkpointName]

    /// No bundle is longer: 256 entries of 65,535 bytes and their lengths.
    private static let greatest = 256 * 65_537

    init(folder: String) { self.folder = folder }

    /// The content of a file; nil where it is missing or cannot be read.
    mutating func bytes(_ name: String) -> [UInt8]? {
        seen.insert(name)
        return peek(name)
    }

    /// The same, without noting that the file belongs to the log.
    func peek(_ name: String) -> [UInt8]? {
        let path = Path.join(folder, name)
        guard PrivateFile.exists(path) else { return nil }
        return try? InputFile.contents(of: path, limit: Self.greatest)
    }

    /// The leaf hashes of a bundle, or nil where it does not hold exactly so many entries.
    mutating func leafHashes(_ tile: TileCoordinate) -> [Digest]? {
        guard let bytes = bytes(tile.entriesPath), let entries = try? EntryBundle.decode(bytes),
            entries.count == tile.width
        else { return nil }
        return entries.map(TreeHash.leaf)
    }

    /// The hashes of a tile, or nil where it does not hold exactly so many.
    mutating func hashes(_ tile: TileCoordinate) -> [Digest]? {
        guard let bytes = bytes(tile.path), bytes.count == tile.width * Digest.byteCount else { return nil }
        return Digest.split(bytes)
    }

    /// Files that nothing of the log led to; timestamps lie beside it and are judged by themselves.
    func strays() throws -> [String] {
        let names = try Folder.files(in: folder)
        let stamps = EnclosedTimestamps.belonging(among: names)
        return names.filter { !seen.contains($0) && !stamps.contains($0) }
    }
}
