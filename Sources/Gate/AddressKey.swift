import LookUp

/// An address as a run remembers it.
struct AddressKey {
    /// A keyed hash that lives as long as the run.
    let hash: UInt64
    /// The ordinal of the subject whose address it is, where the ledger knows one; ``LookUpHit/absent`` for all others, and where
    /// nobody asked.
    var subject = LookUpHit.absent
}
