public import Cryptography

/// A proof that an entry stands in a log, which its holder can check alone (c2sp.org/tlog-proof@v1).
///
/// It does not hold the entry. What `extra` holds is not covered by any signature: believe it only as far as
/// the entry itself can be computed from it.
public struct TransparencyProof: Hashable, Sendable {
    /// Opaque bytes that travel with the proof; `nil` for none, never empty.
    public let extra: [UInt8]?
    /// The place of the entry in the log, from 0.
    public let index: UInt64
    /// The audit path, from the sibling of the leaf up.
    public let hashes: [Digest]
    /// The signed checkpoint of the tree that the path leads to, not checked yet.
    public let checkpoint: SignedNote

    /// The first line of every such proof.
    public static let header = "c2sp.org/tlog-proof@v1"

    /// Puts a proof together; empty extra bytes are none.
    public init(extra: [UInt8]? = nil, index: UInt64, hashes: [Digest], checkpoint: SignedNote) {
        self.extra = extra.flatMap { $0.isEmpty ? nil : $0 }
        self.index = index
        self.hashes = hashes
        self.checkpoint = checkpoint
    }

    /// Reads a proof.
    ///
    /// - Throws: ``ProofError`` for anything that ``serialized`` would not write back in the same way.
    public init(parsing text: String) throws(ProofError) {
        try self.init(parsing: Array(text.utf8))
    }

    /// Reads a proof.
    ///
    /// - Throws: ``ProofError`` for anything that ``serialized`` would not write back in the same way.
    public init(parsing bytes: [UInt8]) throws(ProofError) {
        var cursor = LineCursor(bytes)
        guard cursor.next().map({ $0.elementsEqual(TransparencyProof.header.utf8) }) == true else {
            throw .malformed("this is not a \(TransparencyProof.header)", line: 1)
        }
        var extra: [UInt8]?
        if let line = cursor.next(after: "extra ") {
            guard let decoded = Base64.decode(utf8: line), !decoded.isEmpty else {
                throw .malformed("the extra data is not Base64", line: cursor.line)
            }
            extra = decoded
        }
        let indexLine = cursor.line + 1
        guard let index = cursor.next(after: "index ").flatMap(DecimalNumber.parse) else {
            throw .malformed("the line with the index is missing", line: indexLine)
        }
        let hashes = try ProofText.parseHashes(&cursor)
        self.init(
            extra: extra, index: index, hashes: hashes, checkpoint: try ProofText.parseCheckpoint(cursor))
    }

    /// The proof as it is stored and sent; files end in `.tlog-proof`.
    public var serialized: String {
        let extraLine = extra.map { "extra \(Base64.encode($0))\n" } ?? ""
        return "\(TransparencyProof.header)\n\(extraLine)index \(index)\n"
            + ProofText.serialize(hashes, checkpoint)
    }

    /// Checks that the log signed a tree with this entry at this index.
    ///
    /// The origin is that of the key unless another is given.
    ///
    /// - Throws: ``CheckpointError`` when the checkpoint is not signed by the key or of another log,
    ///   ``ProofError`` when the path does not lead from the entry to its root.
    public func verify(
        entry: [UInt8], key: VerifierKey, origin: String? = nil
    ) throws -> VerifiedCheckpoint {
        let verified = try key.verified(checkpoint, origin: origin ?? key.name)
        try ProofCheck.inclusion(
            leafHash: TreeHash.leaf(entry), index: index, size: verified.head.size, proof: hashes,
            root: verified.head.root)
        return verified
    }
}
