public import Consent
public import MerkleLog

/// What a restoration or a drill did.
public struct RestorationOutcome: Sendable {
    /// Where a part came from.
    public struct Origin: Hashable, Sendable {
        /// Which part.
        public let part: BackupPart
        /// The backups it was taken from, several for united do-not-mail lists.
        public let folders: [String]
        /// When the newest of these copies was made.
        public let madeAt: Instant?
        /// Whether what lay in the home was kept or united with it.
        public let fromHome: Bool
    }

    /// Where the ledger lies now; of a drill nothing lies there any more.
    public let home: String
    /// Where each part came from.
    public let origins: [Origin]
    /// The newest checkpoint of the restored ledger.
    public let checkpoint: VerifiedCheckpoint
    /// What hashing and opening everything again found.
    public let examination: LedgerExamination
    /// Where the ledger that lay there before was kept, if there was one.
    public internal(set) var keptAside: String?
    /// What a person should know.
    public internal(set) var remarks: [String]
}
