/// Tiles that do not hold what the tree needs of them.
public struct TileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What to act on.
    public enum Code: String, Hashable, Sendable {
        /// The bytes of a tile are not as many as its width says.
        case wrongLength
        /// The stored tile has fewer hashes than a tree of this size needs.
        case tooFewHashes
        /// The stored tile has more than 256 hashes.
        case tooManyHashes
        /// The tree would have 2^64 leaves or more.
        case treeTooLarge
        /// The question is about a leaf or a tree that does not exist.
        case outsideTree
    }

    /// What to act on.
    public let code: Code
    /// What was wrong, in plain words.
    public let what: String
    /// The path of the tile as C2SP tlog-tiles writes it, where one tile is at fault.
    public let path: String?
    /// What to do next.
    public let hint: String

    /// What was wrong, where, and what to do next, in one line.
    public var description: String {
        "\(path.map { "\($0): " } ?? "")\(what) (\(hint))"
    }

    static func wrongLength(_ coordinate: TileCoordinate) -> TileError {
        TileError(
            code: .wrongLength, what: "the tile is not \(coordinate.width) hashes of 32 bytes long",
            path: coordinate.path, hint: "the tile is damaged; fetch it again or restore the log")
    }

    static func tooFewHashes(level: Int, index: UInt64, count: Int, needed: Int) -> TileError {
        TileError(
            code: .tooFewHashes, what: "the tile has \(count) hashes, \(needed) are needed",
            path: TileCoordinate(trustedLevel: level, index: index, width: 256).path,
            hint: "the log is shorter than its checkpoint says; restore it")
    }

    static func tooManyHashes(level: Int, index: UInt64, count: Int) -> TileError {
        TileError(
            code: .tooManyHashes, what: "the tile has \(count) hashes, 256 is the most",
            path: TileCoordinate(trustedLevel: level, index: index, width: 256).path,
            hint: "the stored tile is damaged; restore the log")
    }

    static let treeTooLarge = TileError(
        code: .treeTooLarge, what: "the tree would have more than 2^64 - 1 leaves", path: nil,
        hint: "begin a new log under a new origin")

    static let outsideTree = TileError(
        code: .outsideTree, what: "the tree has no such leaf or no such earlier size", path: nil,
        hint: "ask for an index below the size, and for an old size up to the new one")
}
