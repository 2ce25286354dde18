import Database
import Files

/// What a new ledger takes over from one that cannot go on: its do-not-mail list, with the key of it.
///
/// Records cannot be taken over, for they stand in the old log; but nobody who was put on the list may be mailed because a
/// log was lost.
package struct LedgerInheritance: Sendable {
    /// Where the old ledger lies.
    package let home: LedgerHome

    /// The inheritance from a ledger; nil where its list or the key of it is not there.
    package init?(from home: LedgerHome) {
        guard PrivateFile.exists(home.suppressionDatabase), PrivateFile.exists(home.key(.suppression)) else {
            return nil
        }
        self.home = home
    }

    /// Puts the key and the list in place before anything else makes them.
    func place(in new: LedgerHome) throws {
        let key = try KeyFile.read(home.key(.suppression))
        let old = try SuppressionStore(path: home.suppressionDatabase, mode: .readOnly, key: key)
        let own = "SELECT count(*) FROM tags WHERE key IN ('', '\(old.keyID)')"
        guard try old.connection.integer(own) == old.connection.integer("SELECT count(*) FROM tags") else {
            throw LedgerError(
                .mixture, "keys/suppress.key of the old ledger is not the key of its do-not-mail list.",
                hint: "Restore both from backups of it: by other keys nobody on the list is found.")
        }
        try KeyFile.write(key, to: new.key(.suppression))
        try DatabaseCopy.make(of: old.connection, at: new.suppressionDatabase)
    }
}
