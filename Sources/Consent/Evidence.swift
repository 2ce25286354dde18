/// What shows an act: a digest and, unless told otherwise, a sealed copy.
public struct Evidence: Hashable, Sendable {
    /// Whether the ledger holds a copy.
    public enum Keeping: String, Sendable, CaseIterable {
        /// A copy lies sealed in the vault.
        case sealed
        /// Only the digest was recorded; the controller keeps the file.
        case hashOnly = "hash-only"
    }

    /// SHA-256 of the file.
    public let digest: ContentDigest
    /// The name ending of the file without its dot, in lower case, or `bin`.
    public let kind: String
    /// Bytes.
    public let size: Int64
    /// Whether there is a copy.
    public let keeping: Keeping

    /// Evidence with all its parts.
    public init(digest: ContentDigest, kind: String, size: Int64, keeping: Keeping) {
        self.digest = digest
        self.kind = kind
        self.size = size
        self.keeping = keeping
    }
}

/// What a look at the evidence of an opt-in found.
public enum EvidenceCondition: String, Sendable, CaseIterable {
    /// There is none.
    case none
    /// Every sealed copy still has its digest, and there is at least one.
    case intact
    /// The digest is recorded, the copy is with the controller.
    case hashOnly = "hash-only"
    /// A sealed copy cannot be opened.
    case unreadable
    /// A copy opens, and its digest is another.
    case altered
}
