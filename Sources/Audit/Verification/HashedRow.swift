import Cryptography
import Files
import MerkleLog

/// One row of an exported log, its entries hashed and held against the tile that belongs to them.
struct HashedRow: Sendable {
    /// What a row is.
    enum Content: Sendable {
        /// Full, and entries and tile say the same: the root of their hashes.
        case agreed(Digest)
        /// Anything else: the hashes of the entries, and the bytes of the tile; nil for what is missing or damaged.
        case apart([Digest]?, stored: [UInt8]?)
    }

    /// Where it stands.
    let tile: TileCoordinate
    /// What it is.
    let content: Content

    /// Reads rows that stand one after the other.
    static func read(_ tiles: [TileCoordinate], in folder: String) -> [HashedRow] {
        var hasher = TreeHasher()
        var rows: [HashedRow] = []
        rows.reserveCapacity(tiles.count)
        var bytes: [UInt8] = []
        var hashes: [Digest] = []
        for tile in tiles {
            let isHashed =
                ExportedFiles.read(Path.join(folder, tile.entriesPath), into: &bytes)
                && EntryBundle.hash(bytes, with: &hasher, into: &hashes) && hashes.count == tile.width
            let isStored =
                ExportedFiles.read(Path.join(folder, tile.path), into: &bytes)
                && bytes.count == tile.width * Digest.byteCount
            let isAgreed =
                isHashed && isStored && tile.width == TileCoordinate.fullWidth
                && Digest.joined(hashes, are: bytes)
            rows.append(
                HashedRow(
                    tile: tile,
                    content: isAgreed
                        ? .agreed(hasher.perfectRoot(hashes[...]))
                        : .apart(isHashed ? hashes : nil, stored: isStored ? bytes : nil)))
        }
        return rows
    }
}
