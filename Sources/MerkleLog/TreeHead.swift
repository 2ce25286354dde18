public import Cryptography

/// What a whole tree comes down to: how many leaves it has and the hash over all of them.
public struct TreeHead: Hashable, Sendable {
    /// How many leaves the tree has.
    public let size: UInt64
    /// The Merkle tree hash of RFC 6962 section 2.1.
    public let root: Digest

    /// Puts a size and a root together.
    public init(size: UInt64, root: Digest) {
        self.size = size
        self.root = root
    }

    /// The head of a tree without leaves.
    public static let empty = TreeHead(size: 0, root: TreeHash.empty)
}
