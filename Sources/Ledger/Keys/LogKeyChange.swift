public import MerkleLog

/// A change of the key that signs the log's checkpoints.
public struct LogKeyChange: Hashable, Sendable {
    /// The key that signed until now; its private half is destroyed.
    public let from: VerifierKey
    /// The key that signs from now on.
    public let to: VerifierKey
    /// The checkpoint that both signed, of which the record of the change is the last entry.
    public let checkpoint: VerifiedCheckpoint

    /// Where a change can be cut short.
    package enum Step: Hashable, Sendable, CaseIterable {
        /// The new key lies beside the old one.
        case begun
        /// Record and checkpoint are in the log.
        case logged
        /// `head` is the checkpoint that both signed.
        case headed
        /// The new key has taken the place of the old one, which lies beside it.
        case exchanged
    }
}
