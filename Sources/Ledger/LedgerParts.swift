import Consent
import Cryptography
import Database
import Files
import MerkleLog

/// The files of a ledger, opened and fitting each other.
struct LedgerParts {
    let origin: String
    let keys: KeyRing
    let signer: LogSigner
    let log: LogStore
    let vault: VaultStore
    let suppression: SuppressionStore
    /// The seal of the vault, where it fitted before anything was opened.
    let seal: VaultSeal?

    static func open(_ home: LedgerHome, _ unlocking: KeyUnlocking) throws -> LedgerParts {
        var keys = try KeyRing(of: home, unlocking)
        for (path, name) in [
            (home.logDatabase, "log.db"), (home.vaultDatabase, "vault.db"),
            (home.suppressionDatabase, "suppress.db"),
        ] where !PrivateFile.exists(path) {
            throw LedgerError(
                .missing, "\(name) is missing from the ledger in \(home.path).",
                hint: "Restore it from a backup; do not start a new one over the old keys.")
        }
        let log = try LogStore(path: home.logDatabase, mode: .readWrite)
        guard let origin = try log.setting("origin") else {
            throw LedgerError(
                .corrupt, "log.db does not say of which log it is.", hint: "Restore log.db from a backup.")
        }
        let settlement = LogKeySettlement(home: home, log: log, origin: origin)
        if try settlement.finish(held: keys.log) { keys = try KeyRing(of: home, unlocking) }
        // SQLite gives the write-ahead log to the owner of the database whenever root opens it, and so changes its inode.
        let seal = VaultSeal.unbroken(home, keys)
        return LedgerParts(
            origin: origin, keys: keys, signer: try LogSigner(name: origin, seed: keys.log), log: log,
            vault: try VaultStore(path: home.vaultDatabase, mode: .readWrite),
            suppression: try SuppressionStore(
                path: home.suppressionDatabase, mode: .readWrite, key: keys.suppression), seal: seal)
    }
}

/// How a ledger comes into being.
enum LedgerBirth {
    /// Makes folder, keys, databases and the checkpoint of the empty log.
    ///
    /// `log.db` gets its origin last but the head: a birth that is cut short is told from a whole ledger by the
    /// missing head, and is finished or refused, never taken for an empty ledger.
    static func make(
        _ home: LedgerHome, context: LedgerContext, origin wanted: String?, inheriting: LedgerInheritance?
    ) throws {
        try Folder.make(home.path, mode: 0o700)
        try FileLock.holding(home.lock, onWait: context.onWait) {
            try makeLocked(home, context, origin: wanted, inheriting)
        }
    }

    private static func makeLocked(
        _ home: LedgerHome, _ context: LedgerContext, origin wanted: String?, _ inheriting: LedgerInheritance?
    ) throws {
        // Another process may have made it while this one waited.
        if PrivateFile.exists(home.head) { return }
        try KeyRing.create(in: home, random: context.random)
        try inheriting?.place(in: home)
        let keys = try KeyRing(of: home, context.unlocking)
        for path in [home.logDatabase, home.vaultDatabase, home.suppressionDatabase] {
            try PrivateFile.ensure(path)
        }
        let log = try LogStore(path: home.logDatabase, mode: .create)
        _ = try VaultStore(path: home.vaultDatabase, mode: .create)
        _ = try SuppressionStore(path: home.suppressionDatabase, mode: .create, key: keys.suppression)
        let origin = try wanted ?? "consentgate/\(Hex.encode(context.random.bytes(4)))"
        try log.set("origin", to: origin)
        let signer = try LogSigner(name: origin, seed: keys.log)
        let signed = try signer.sign(Checkpoint(origin: origin, size: 0, root: TreeHash.empty))
        try log.save(checkpoint: signed.note.serialized, size: 0, signedAt: context.now().seconds)
        try HeadFile.write(signed, home: home)
    }
}
