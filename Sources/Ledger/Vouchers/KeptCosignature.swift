public import MerkleLog

/// The cosignature of a witness that the ledger keeps.
public struct KeptCosignature: Hashable, Sendable {
    /// How many entries the cosigned checkpoint has.
    public let size: UInt64
    /// The line of the note.
    public let signature: NoteSignature
}
