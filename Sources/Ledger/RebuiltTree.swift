import Cryptography
import MerkleLog

/// The tree of a log, built again from its leaves alone and held against the tiles that were stored.
///
/// Keeps one unfinished tile a level, whatever the size of the log.
final class RebuiltTree {
    private(set) var findings: [LedgerExamination.Finding] = []
    /// Leaves taken so far.
    private(set) var size: UInt64 = 0
    private let log: LogStore
    private var hasher = TreeHasher()
    private var rows: [[Digest]] = []
    private var places: [UInt64] = []
    private var next: UInt64 = 0

    init(_ log: LogStore) { self.log = log }

    /// The root over the leaves taken so far.
    ///
    /// It is over the unfinished tiles alone: a finished one stands in the level above.
    var root: Digest { get throws { try TileTree.root(of: size) { level, _ in rows[level] } } }

    /// Takes the next leaf.
    func take(_ leaf: [UInt8], at position: UInt64) throws {
        if position != next { find("log.db, entry \(next)", "it is missing") }
        next = position + 1
        size += 1
        try take(hasher.leaf(leaf), level: 0)
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
        let root = hasher.perfectRoot(rows[level][...])
        rows[level].removeAll(keepingCapacity: true)
        places[level] += 1
        try take(root, level: level + 1)
    }

    /// Holds the unfinished tiles and the root against what was stored and signed.
    func finish(size: UInt64, root: Digest) throws {
        for level in rows.indices where !rows[level].isEmpty { try compare(level) }
        let isSigned = try self.root == root
        if self.size != size {
            find("log.db", "it has \(self.size) entries and the checkpoint says \(size)")
        } else if !isSigned {
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
