public import Cryptography

/// What a log says of itself at one moment: its name, its size and its root (C2SP tlog-checkpoint).
///
/// A value of this type is a claim. ``VerifiedCheckpoint`` is one that somebody signed.
public struct Checkpoint: Hashable, Sendable {
    /// The name of the log, such as `ledger.example/consent`.
    public let origin: String
    /// How many leaves the tree has.
    public let size: UInt64
    /// The Merkle tree hash over them.
    public let root: Digest
    /// Further lines, opaque to us and usually none.
    public let extensions: [String]

    /// Puts a checkpoint together.
    ///
    /// - Throws: ``CheckpointError`` when a line would be empty or have control characters in it, or when an
    ///   empty tree has another root than that of the empty tree.
    public init(
        origin: String, size: UInt64, root: Digest, extensions: [String] = []
    ) throws(CheckpointError) {
        guard Checkpoint.isLine(origin) else {
            throw .malformed("the origin is empty or not one line", line: 1)
        }
        guard size > 0 || root == TreeHash.empty else {
            throw .malformed("an empty tree has another root than this", line: 3)
        }
        guard extensions.allSatisfy(Checkpoint.isLine) else {
            throw .malformed("an extension is empty or not one line", line: 4)
        }
        self.origin = origin
        self.size = size
        self.root = root
        self.extensions = extensions
    }

    /// Reads the text of a checkpoint note.
    ///
    /// - Throws: ``CheckpointError`` for anything that ``text`` would not write back in the same way.
    public init(parsing text: String) throws(CheckpointError) {
        var cursor = LineCursor(Array(text.utf8))
        guard let origin = cursor.next() else { throw .malformed("the origin is missing", line: 1) }
        guard let size = cursor.next().flatMap(DecimalNumber.parse) else {
            throw .malformed("the tree size is not a decimal number", line: 2)
        }
        guard let root = cursor.next().flatMap(Base64.decode(utf8:)).flatMap({ Digest(bytes: $0) }) else {
            throw .malformed("the root is not the Base64 of 32 bytes", line: 3)
        }
        var extensions: [String] = []
        while let line = cursor.next() { extensions.append(String(decoding: line, as: UTF8.self)) }
        guard cursor.remainder.isEmpty else {
            throw .malformed("the last line has no newline", line: cursor.line + 1)
        }
        try self.init(
            origin: String(decoding: origin, as: UTF8.self), size: size, root: root, extensions: extensions)
    }

    /// The text that is signed: origin, size and root, a line each, then the extensions.
    public var text: String {
        ([origin, String(size), root.base64] + extensions).map { $0 + "\n" }.joined()
    }

    /// The size and the root.
    public var head: TreeHead { TreeHead(size: size, root: root) }

    private static func isLine(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x20 }
    }
}
