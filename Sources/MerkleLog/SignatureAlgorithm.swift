/// How a key signs notes: the type byte that C2SP signed-note assigns.
public enum SignatureAlgorithm: UInt8, Hashable, Sendable, CaseIterable {
    /// Ed25519 over the text of the note.
    case ed25519 = 0x01
    /// A witness' timestamped Ed25519 cosignature of a checkpoint (C2SP tlog-cosignature, `cosignature/v1`).
    case cosignature = 0x04
}
