public import Cryptography

/// A run of up to 256 neighbouring hashes of one level, as C2SP tlog-tiles stores the tree.
public struct Tile: Hashable, Sendable {
    /// Where the tile stands; its width is the number of hashes.
    public let coordinate: TileCoordinate
    /// The hashes from left to right.
    public let hashes: [Digest]

    /// Reads the bytes of a tile.
    ///
    /// - Throws: ``TileError`` when there are not exactly as many hashes of 32 bytes as the width says.
    public init(parsing bytes: [UInt8], coordinate: TileCoordinate) throws(TileError) {
        guard bytes.count == coordinate.width * Digest.byteCount, let hashes = Digest.split(bytes) else {
            throw .wrongLength(coordinate)
        }
        self.coordinate = coordinate
        self.hashes = hashes
    }

    /// Makes a tile of hashes that the tree computed itself; there are 1...256 of them.
    init(level: Int, index: UInt64, hashes: [Digest]) {
        coordinate = TileCoordinate(trustedLevel: level, index: index, width: hashes.count)
        self.hashes = hashes
    }

    /// The hashes one after the other, 32 bytes each.
    public var bytes: [UInt8] { Digest.join(hashes) }
}
