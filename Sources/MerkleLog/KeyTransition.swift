/// The place of a log at which its key changed: an entry says so, and both keys signed the checkpoint that ends with it.
///
/// Checked when it is made, so that whoever trusts one of the two keys may trust what it says of the other.
public struct KeyTransition: Hashable, Sendable {
    /// The key that signed until then.
    public let from: VerifierKey
    /// The key that signs from this checkpoint on.
    public let to: VerifierKey
    /// The proof of the entry in the checkpoint, with the record that names both keys.
    public let proof: TransparencyProof
    /// Size and root of the tree that ends with the entry.
    public let head: TreeHead

    /// Checks a proof.
    ///
    /// - Parameters:
    ///   - proof: The entry in the tree that it ends, signed by both keys.
    ///   - entry: What the log committed to, from a record that names the keys.
    ///   - from: The key that the record calls the old one.
    ///   - to: The key that the record calls the new one.
    /// - Throws: ``CheckpointError`` or ``ProofError`` where one of the signatures or the proof does not hold.
    package init(checking proof: TransparencyProof, entry: [UInt8], from: VerifierKey, to: VerifierKey) throws
    {
        _ = try proof.verify(entry: entry, key: from)
        let verified = try proof.verify(entry: entry, key: to, origin: from.name)
        guard from != to, verified.head.size == proof.index + 1 else {
            throw ProofError.malformed(
                "the change of the key is not the last entry of the checkpoint", line: 3)
        }
        (self.from, self.to, self.proof) = (from, to, proof)
        head = verified.head
    }

    /// Entries of the log at that moment, the change itself among them.
    public var size: UInt64 { head.size }
}
