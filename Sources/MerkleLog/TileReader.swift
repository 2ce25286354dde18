import Cryptography

/// Answers the hash over any range of leaves out of tiles, loading each tile once.
struct TileReader: ~Copyable {
    private struct Place: Hashable {
        let level: Int
        let index: UInt64
    }

    private var hasher = TreeHasher()
    private var tiles: [Place: [Digest]] = [:]

    /// The Merkle tree hash over the leaves `start..<end` of RFC 6962 section 2.1.
    ///
    /// The range must be one that RFC 6962 splits off: `start` is a multiple of the smallest power of two
    /// that is not below the length.
    mutating func hash(
        _ start: UInt64, _ end: UInt64, load: (_ level: Int, _ index: UInt64) throws -> [Digest]
    ) throws -> Digest {
        var peaks: [Digest] = []
        var position = start
        var rest = end - start
        while rest > 0 {
            let height = 63 - rest.leadingZeroBitCount
            peaks.append(try perfectHash(height: height, index: position >> UInt64(height), load: load))
            // Neither can leave 0...end, as the height is that of the highest bit of what remains.
            position += 1 << UInt64(height)
            rest -= 1 << UInt64(height)
        }
        guard var root = peaks.popLast() else { return TreeHash.empty }
        while let left = peaks.popLast() { root = hasher.node(left, root) }
        return root
    }

    /// The root of a perfect subtree of `1 << height` leaves, the `index`-th of that height.
    private mutating func perfectHash(
        height: Int, index: UInt64, load: (_ level: Int, _ index: UInt64) throws -> [Digest]
    ) throws -> Digest {
        // A tile is eight heights tall, so the subtree is an aligned run of hashes within one tile.
        let width = 1 << (height % 8)
        let first = index << UInt64(height % 8)
        let place = Place(level: height / 8, index: first / 256)
        let start = Int(first % 256)
        let hashes = try tile(place, load: load)
        guard hashes.count >= start + width else {
            throw TileError.tooFewHashes(
                level: place.level, index: place.index, count: hashes.count, needed: start + width)
        }
        return hasher.perfectRoot(hashes[start..<start + width])
    }

    private mutating func tile(
        _ place: Place, load: (_ level: Int, _ index: UInt64) throws -> [Digest]
    ) throws -> [Digest] {
        if let known = tiles[place] { return known }
        let hashes = try load(place.level, place.index)
        guard hashes.count <= TileCoordinate.fullWidth else {
            throw TileError.tooManyHashes(level: place.level, index: place.index, count: hashes.count)
        }
        tiles[place] = hashes
        return hashes
    }
}
