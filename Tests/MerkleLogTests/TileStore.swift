import Cryptography
import MerkleLog

/// Tiles in memory, the widest of each place, with a count of how often they were asked for.
final class TileStore {
    private(set) var tiles: [String: Tile] = [:]
    private(set) var size: UInt64 = 0
    var loads: [String] = []

    /// Appends leaves and keeps the changed tiles.
    @discardableResult
    func append(_ leaves: [Digest]) throws -> [Tile] {
        let changed = try TileTree.append(leaves, to: size, load: load)
        for tile in changed { tiles[key(tile.coordinate.level, tile.coordinate.index)] = tile }
        size += UInt64(leaves.count)
        return changed
    }

    func load(_ level: Int, _ index: UInt64) throws -> [Digest] {
        loads.append(key(level, index))
        guard let tile = tiles[key(level, index)] else { throw Missing(level: level, index: index) }
        return tile.hashes
    }

    struct Missing: Error, Equatable {
        let level: Int
        let index: UInt64
    }

    private func key(_ level: Int, _ index: UInt64) -> String { "\(level)/\(index)" }
}
