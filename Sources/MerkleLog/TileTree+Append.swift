public import Cryptography

extension TileTree {
    /// The tiles that change when leaves are appended to a tree of `size` leaves, on all levels.
    ///
    /// Each is answered once, at its final width, lower levels first. The work is linear in the appended
    /// leaves. At most one tile of each level is loaded, the partial one at the right edge; of a tile that is
    /// already wider than `size` says only the part that belongs to `size` counts.
    ///
    /// - Throws: ``TileError`` when a tile is too short or the tree would be too large, or what `load` threw.
    public static func append(
        _ leafHashes: [Digest], to size: UInt64, load: (_ level: Int, _ index: UInt64) throws -> [Digest]
    ) throws -> [Tile] {
        guard !size.addingReportingOverflow(UInt64(leafHashes.count)).overflow else {
            throw TileError.treeTooLarge
        }
        var hasher = TreeHasher()
        var changed: [Tile] = []
        var appended = leafHashes
        var level = 0
        while !appended.isEmpty {
            // How many hashes this level had: those of the leaves, then the roots of full tiles below.
            let existing = level < 8 ? size >> UInt64(8 * level) : 0
            var index = existing / 256
            var row = try edge(level: level, index: index, width: Int(existing % 256), load: load)
            var roots: [Digest] = []
            for hash in appended {
                row.append(hash)
                if row.count == TileCoordinate.fullWidth {
                    changed.append(Tile(level: level, index: index, hashes: row))
                    roots.append(hasher.perfectRoot(row[...]))
                    row.removeAll()
                    index += 1
                }
            }
            if !row.isEmpty { changed.append(Tile(level: level, index: index, hashes: row)) }
            appended = roots
            level += 1
        }
        return changed
    }

    /// The hashes that the partial tile at the right edge of a level has already.
    private static func edge(
        level: Int, index: UInt64, width: Int, load: (_ level: Int, _ index: UInt64) throws -> [Digest]
    ) throws -> [Digest] {
        guard width > 0 else { return [] }
        let stored = try load(level, index)
        guard stored.count >= width else {
            throw TileError.tooFewHashes(level: level, index: index, count: stored.count, needed: width)
        }
        return Array(stored.prefix(width))
    }
}
