import Cryptography
import MerkleLog

/// The tree of a log, built again from its leaves alone and held against the tiles that were stored.
///
/// Keeps one unfinished tile a level, whatever the size of the log.
final class RebuiltTree {
    private(set) var findings: [LedgerExamination.Finding] = []
    private let log: LogStore
    private var frontier = Frontier()
    private var rows: [[Digest]] = []
    private var places: [UInt64] = []
    private var next: UInt64 = 0

    init(_ log: LogStore) { self.log = log }

    /// Leaves taken so far.
    var size: UInt64 { frontier.size }

    /// The root over the leaves taken so far.
    var root: Digest { frontier.root }

    /// Takes the next leaf.
    func take(_ leaf: [UInt8], at position: UInt64) throws {
        if position != next { find("log.db, entry \(next)", "it is missing") }
        next = position + 1
        let hash = TreeHash.leaf(leaf)
        try frontier.append(hash)
        try take(hash, level: 0)
    }

    /// A full tile gives one hash to the level above (C2SP tlog-tiles).
    private func take(_ hash: Digest, level: Int) throws {
        if rows.count == level {
            rows.append([])
            places.append(0)
        }
        rows[level].append(hash)
        guard rows[level].count == TileCoordinate.fullWidth else { return }
        try compare(level)
        var subtree = Frontier()
        for hash in rows[level] { try subtree.append(hash) }
        let root = subtree.root
        rows[level].removeAll(keepingCapacity: true)
        places[level] += 1
        try take(root, level: level + 1)
    }

    /// Holds the unfinished tiles and the root against what was stored and signed.
    func finish(size: UInt64, root: Digest) throws {
        for level in rows.indices where !rows[level].isEmpty { try compare(level) }
        if frontier.size != size {
            find("log.db", "it has \(frontier.size) entries and the checkpoint says \(size)")
        } else if frontier.root != root {
            find("log.db", "the tree of its entries is not the one that was signed (size \(size))")
        }
    }

    private func compare(_ level: Int) throws {
        guard try log.tile(level: level, index: places[level]) != rows[level] else { return }
        find("log.db, tile \(level)/\(places[level])", "its hashes are not those of the entries")
    }

    private func find(_ place: String, _ problem: String) {
        if findings.count < 1000 { findings.append(.init(place: place, problem: problem)) }
    }
}
