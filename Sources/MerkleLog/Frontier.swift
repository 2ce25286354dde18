public import Cryptography

/// The root of a tree that is fed leaf by leaf, in memory that grows with the logarithm of its size.
///
/// Made to hash a whole log again: an auditor who trusts nothing feeds every leaf and compares ``root`` with
/// the signed one. Consistency proofs alone do not notice an entry that was edited in place.
public struct Frontier: ~Copyable {
    /// How many leaves were appended.
    public private(set) var size: UInt64 = 0

    // One root for each perfect subtree on the left edge, the tallest first: as many as `size` has one bits.
    private var peaks: [Digest] = []
    private var hasher = TreeHasher()

    /// Makes the frontier of a tree without leaves.
    public init() {}

    /// Appends the hash of the next leaf.
    ///
    /// - Throws: ``TileError`` when the tree already has 2^64 - 1 leaves.
    public mutating func append(_ leafHash: Digest) throws(TileError) {
        let (grown, overflow) = size.addingReportingOverflow(1)
        guard !overflow else { throw .treeTooLarge }
        var carried = leafHash
        // Every one bit that the addition carries over merges two subtrees of the same height.
        for _ in 0..<size.trailingOneCount {
            guard let left = peaks.popLast() else { break }
            carried = hasher.node(left, carried)
        }
        peaks.append(carried)
        size = grown
    }

    /// Hashes the next entry and appends it.
    ///
    /// - Throws: ``TileError`` when the tree already has 2^64 - 1 leaves.
    public mutating func append(entry: [UInt8]) throws(TileError) {
        try append(hasher.leaf(entry))
    }

    /// The root of what was appended so far.
    public var root: Digest {
        mutating get {
            guard var root = peaks.last else { return TreeHash.empty }
            for peak in peaks.dropLast().reversed() { root = hasher.node(peak, root) }
            return root
        }
    }

    /// The size and root of what was appended so far.
    public var head: TreeHead {
        mutating get { TreeHead(size: size, root: root) }
    }
}

extension UInt64 {
    /// How many one bits stand at the low end.
    var trailingOneCount: Int { (~self).trailingZeroBitCount }
}
