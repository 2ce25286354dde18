public import Cryptography

/// Roots and proofs of an RFC 6962 tree that is stored as tiles; pure, the caller does the loading.
///
/// Every `load` answers the widest tile stored at a level and index. It may hold more hashes than the size
/// in question needs (a tree that has grown since); too few are a ``TileError``. What `load` throws is
/// passed on.
public enum TileTree {
    /// The root of the tree of the first `size` leaves.
    ///
    /// - Throws: ``TileError``, or what `load` threw.
    public static func root(
        of size: UInt64, load: (_ level: Int, _ index: UInt64) throws -> [Digest]
    ) throws -> Digest {
        var reader = TileReader()
        return try reader.hash(0, size, load: load)
    }

    /// The audit path of a leaf (RFC 6962 section 2.1.1), from its sibling up.
    ///
    /// - Throws: ``TileError`` when the index is not below the size, or what `load` threw.
    public static func inclusionProof(
        of index: UInt64, in size: UInt64, load: (_ level: Int, _ index: UInt64) throws -> [Digest]
    ) throws -> [Digest] {
        guard index < size else { throw TileError.outsideTree }
        var reader = TileReader()
        var proof: [Digest] = []
        var (start, end): (UInt64, UInt64) = (0, size)
        while end - start > 1 {
            let middle = split(start, end)
            if index < middle {
                proof.append(try reader.hash(middle, end, load: load))
                end = middle
            } else {
                proof.append(try reader.hash(start, middle, load: load))
                start = middle
            }
        }
        return proof.reversed()
    }

    /// The proof that a tree is a beginning of a larger one (RFC 6962 section 2.1.2).
    ///
    /// It is empty for two equal sizes and for an old size of 0, of which there is nothing to prove.
    ///
    /// - Throws: ``TileError`` when the old size is over the new one, or what `load` threw.
    public static func consistencyProof(
        from oldSize: UInt64, to newSize: UInt64, load: (_ level: Int, _ index: UInt64) throws -> [Digest]
    ) throws -> [Digest] {
        guard oldSize <= newSize else { throw TileError.outsideTree }
        guard oldSize > 0, oldSize < newSize else { return [] }
        var reader = TileReader()
        var proof: [Digest] = []
        var (start, end): (UInt64, UInt64) = (0, newSize)
        while end != oldSize {
            let middle = split(start, end)
            if oldSize <= middle {
                proof.append(try reader.hash(middle, end, load: load))
                end = middle
            } else {
                proof.append(try reader.hash(start, middle, load: load))
                start = middle
            }
        }
        // A subtree that begins at 0 is the old tree itself, whose root the verifier has.
        if start > 0 { proof.append(try reader.hash(start, end, load: load)) }
        return proof.reversed()
    }

    /// Where RFC 6962 splits a range of two or more leaves: after the largest power of two below its length.
    private static func split(_ start: UInt64, _ end: UInt64) -> UInt64 {
        start + (1 << UInt64(63 - (end - start - 1).leadingZeroBitCount))
    }
}
