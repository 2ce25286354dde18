public import Cryptography

/// A proof that a log has only grown since an older size, with the newer checkpoint.
///
/// Written as the body of a C2SP tlog-witness request: `old <size>`, hashes, an empty line, the checkpoint.
public struct ConsistencyProof: Hashable, Sendable {
    /// The size that the holder already knows.
    public let oldSize: UInt64
    /// The proof of RFC 6962 section 2.1.2.
    public let hashes: [Digest]
    /// The newer checkpoint, not checked yet.
    public let checkpoint: SignedNote

    /// Puts a proof together.
    public init(oldSize: UInt64, hashes: [Digest], checkpoint: SignedNote) {
        self.oldSize = oldSize
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
        guard let oldSize = cursor.next(after: "old ").flatMap(DecimalNumber.parse) else {
            throw .malformed("the line with the old size is missing", line: 1)
        }
        let hashes = try ProofText.parseHashes(&cursor)
        self.init(oldSize: oldSize, hashes: hashes, checkpoint: try ProofText.parseCheckpoint(cursor))
    }

    /// The proof as it is stored and sent.
    public var serialized: String { "old \(oldSize)\n" + ProofText.serialize(hashes, checkpoint) }

    /// Checks that the new checkpoint is signed and that the tree the holder knows is a beginning of it.
    ///
    /// A holder who knows nothing yet has the empty head: then there is nothing to prove and the proof must
    /// be empty, as C2SP tlog-witness has it. The origin is that of the key unless another is given.
    ///
    /// - Throws: ``CheckpointError`` when the checkpoint is not signed by the key or of another log,
    ///   ``ProofError`` when it does not extend `old`.
    public func verify(
        from old: TreeHead, key: VerifierKey, origin: String? = nil
    ) throws -> VerifiedCheckpoint {
        let verified = try key.verified(checkpoint, origin: origin ?? key.name)
        guard old.size == oldSize else { throw ProofError.wrongOldSize }
        if oldSize == 0 {
            guard old == .empty else { throw ProofError.oldRootMismatch }
            guard hashes.isEmpty else { throw ProofError.tooManyHashes }
        } else {
            try ProofCheck.consistency(from: old, to: verified.head, proof: hashes)
        }
        return verified
    }
}
