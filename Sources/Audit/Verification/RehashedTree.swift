import Cryptography
import MerkleLog

/// A tree built anew from rows of up to 256 leaf hashes, with all its tiles above level 0.
///
/// Keeps one hash for 256 leaves: some forty megabytes for three hundred million.
struct RehashedTree {
    /// Hashes of the levels from 1 upwards.
    private var levels: [[Digest]] = [[]]
    /// The last row, if it is not full.
    private var tail: [Digest] = []
    /// Leaves taken so far.
    private(set) var size: UInt64 = 0

    /// Takes the next row; only the last may have fewer than 256 hashes.
    mutating func take(_ row: [Digest], _ hasher: inout TreeHasher) {
        size += UInt64(row.count)
        guard row.count == TileCoordinate.fullWidth else {
            tail = row
            return
        }
        push(hasher.perfectRoot(row[...]), to: 0, &hasher)
    }

    /// Takes the next row by its root; it has 256 hashes.
    mutating func take(rowWithRoot root: Digest, _ hasher: inout TreeHasher) {
        size += UInt64(TileCoordinate.fullWidth)
        push(root, to: 0, &hasher)
    }

    /// A full tile gives one hash to the level above (C2SP tlog-tiles).
    private mutating func push(_ root: Digest, to level: Int, _ hasher: inout TreeHasher) {
        if levels.count == level { levels.append([]) }
        levels[level].append(root)
        let width = TileCoordinate.fullWidth
        if levels[level].count.isMultiple(of: width) {
            push(hasher.perfectRoot(levels[level].suffix(width)), to: level + 1, &hasher)
        }
    }

    /// The hashes of a level from 1 upwards.
    func hashes(level: Int) -> [Digest] {
        levels.indices.contains(level - 1) ? levels[level - 1] : []
    }

    /// The root of the first leaves.
    ///
    /// - Parameter row: Loads the hashes of a tile of level 0, where the size does not end on the last one.
    func root(of size: UInt64, row: (UInt64) throws -> [Digest]) throws -> Digest {
        try TileTree.root(of: size) { level, index in
            if level == 0 { return size == self.size ? tail : try row(index) }
            let hashes = hashes(level: level)
            let start = Int(clamping: index.multipliedReportingOverflow(by: 256).partialValue)
            guard start < hashes.count else { return [] }
            return Array(hashes[start..<min(start + TileCoordinate.fullWidth, hashes.count)])
        }
    }

    /// The root of all leaves.
    func root() throws -> Digest { try root(of: size) { _ in [] } }
}
