/// How far an erasure is; each step is on the disk when it is told.
///
/// Write before destroying: whatever is cut short after ``intended`` is finished at the next opening of the ledger.
public enum ErasureStep: String, Sendable, CaseIterable {
    /// What must be kept is restricted, and has its reason.
    case held
    /// The vault has word of what is to be erased.
    case intended
    /// The addresses are on the do-not-mail list.
    case suppressed
    /// The tombstone is in the log, signed.
    case buried
    /// The records, their evidence and their keys are deleted from the vault.
    case deleted
    /// Nothing of them stands in any file of the ledger.
    case destroyed
}
