import MerkleLog

extension Ledger {
    /// The log that this one succeeds, because it could not go on; nil where this is the first.
    public var predecessor: Predecessor? {
        get throws {
            try translating {
                guard let record = try log.lastOpenRecord(.logSucceeded) else { return nil }
                guard let predecessor = Predecessor(record) else { throw Registry.unreadable(record) }
                return predecessor
            }
        }
    }

    /// Says in the first entry which log this one succeeds.
    ///
    /// Saying the same again changes nothing.
    ///
    /// - Throws: ``LedgerError/Code/invalidSuccession`` for a log of the same name, or where this one has entries.
    public func succeed(_ old: Predecessor) throws {
        if try predecessor == old { return }
        try appending {
            guard old.checkpoint.origin != origin else {
                throw LedgerError(
                    .invalidSuccession, "The new log has the name of the old one, \(origin).",
                    hint:
                        "Two histories under one name are a fork, which outsiders take for a forged log. Give it another with --origin, in another folder."
                )
            }
            guard checkpoint.checkpoint.size == 0 else {
                throw LedgerError(
                    .invalidSuccession, "This ledger has \(checkpoint.checkpoint.size) entries already.",
                    hint:
                        "Only a new ledger can succeed another: name a folder that is not there yet with --home."
                )
            }
            _ = try appendLocked(.logSucceeded, old.body)
        }
    }
}
