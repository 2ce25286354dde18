public import Cryptography

/// Checks proofs with nothing but hashes: no log, no storage, no trust in whoever made them.
///
/// The algorithms of RFC 9162 sections 2.1.3.2 and 2.1.4.2, which hold for RFC 6962 trees as well.
public enum ProofCheck {
    /// Checks that a leaf stands at an index of the tree with this size and root.
    ///
    /// - Throws: ``ProofError`` when it does not, or when the proof has too few or too many hashes.
    public static func inclusion(
        leafHash: Digest, index: UInt64, size: UInt64, proof: [Digest], root: Digest
    ) throws(ProofError) {
        guard index < size else { throw .indexOutsideTree }
        var hasher = TreeHasher()
        // The path of the leaf and that of the last leaf, as bits from the bottom up (fn and sn in the RFC).
        var (own, last) = (index, size - 1)
        var hash = leafHash
        for sibling in proof {
            guard last > 0 else { throw .tooManyHashes }
            if own & 1 == 1 || own == last {
                hash = hasher.node(sibling, hash)
                skipLevelsWithoutSibling(&own, &last)
            } else {
                hash = hasher.node(hash, sibling)
            }
            own >>= 1
            last >>= 1
        }
        guard last == 0 else { throw .tooFewHashes }
        guard hash == root else { throw .rootMismatch }
    }

    /// Checks that a tree is a beginning of a larger one, that nothing before its end was changed.
    ///
    /// An old tree without leaves is refused, because it is a beginning of everything and proves nothing.
    ///
    /// - Throws: ``ProofError`` when it is not, or when the proof has too few or too many hashes.
    public static func consistency(from old: TreeHead, to new: TreeHead, proof: [Digest]) throws(ProofError) {
        guard old.size > 0 else { throw .emptyTree }
        guard old.size <= new.size else { throw .shrunk }
        guard old.size < new.size else {
            guard proof.isEmpty else { throw .tooManyHashes }
            guard old.root == new.root else { throw .rootMismatch }
            return
        }
        var siblings = proof[...]
        var (own, last) = (old.size - 1, new.size - 1)
        let oneBits = UInt64(own.trailingOneCount)
        own >>= oneBits
        last >>= oneBits
        // An old size that is a power of two is one whole subtree: its root is the first hash, left unsaid.
        let isWholeSubtree = old.size & (old.size - 1) == 0
        guard let first = isWholeSubtree ? old.root : siblings.popFirst() else { throw .tooFewHashes }

        var hasher = TreeHasher()
        var (oldHash, newHash) = (first, first)
        for sibling in siblings {
            guard last > 0 else { throw .tooManyHashes }
            if own & 1 == 1 || own == last {
                oldHash = hasher.node(sibling, oldHash)
                newHash = hasher.node(sibling, newHash)
                skipLevelsWithoutSibling(&own, &last)
            } else {
                newHash = hasher.node(newHash, sibling)
            }
            own >>= 1
            last >>= 1
        }
        guard last == 0 else { throw .tooFewHashes }
        guard oldHash == old.root else { throw .oldRootMismatch }
        guard newHash == new.root else { throw .rootMismatch }
    }

    /// At the right edge a subtree may have no sibling for some levels; it is carried up unhashed.
    private static func skipLevelsWithoutSibling(_ own: inout UInt64, _ last: inout UInt64) {
        let zeroBits = own.trailingZeroBitCount
        own >>= zeroBits
        last >>= zeroBits
    }
}
