import Cryptography
import Database
import Files

/// What the vault looked like when this program last wrote to it, by which a change of anybody else is found.
///
/// The seal is a small file beside the look-up files. It holds which file `vault.db` is, its size and times of change, and
/// the same of the write-ahead log with SQLite's own counter in it. Whoever writes to the vault holds the ledger's
/// lock, looks whether the seal still fits, and renews it after the write: so it goes on fitting for as long as nobody
/// else writes, and whatever was derived under its epoch stays true but for the records that came since. A restored
/// vault, one that was edited with another program and one that a killed process left behind do not fit; a new epoch
/// begins then, and everything is derived anew. Decision 0012 tells what this finds and what it does not.
struct VaultSeal: Equatable {
    /// Sixteen random bytes, the same for as long as the seal went on fitting.
    let epoch: [UInt8]

    private static let size = 16 + 2 * Digest.byteCount

    /// The seal, where it fits the vault as it lies here now; the caller holds the ledger's lock.
    static func unbroken(_ home: LedgerHome, _ keys: KeyRing) -> VaultSeal? {
        // Ledgers that nobody ever vetted a long list against have none, and pay one look for it.
        guard PrivateFile.exists(home.vaultSeal), let look = look(home),
            let bytes = try? InputFile.contents(of: home.vaultSeal, limit: size), bytes.count == size
        else { return nil }
        let epoch = Array(bytes.prefix(16))
        return bytes == text(epoch, look, keys) ? VaultSeal(epoch: epoch) : nil
    }

    /// Begins a new epoch; the caller holds the ledger's lock.
    static func begin(_ home: LedgerHome, _ keys: KeyRing, random: any RandomSource) throws -> VaultSeal {
        try Folder.make(home.index, mode: 0o700)
        let seal = VaultSeal(epoch: try random.bytes(16))
        seal.renew(home, keys)
        return seal
    }

    /// Takes note of what the vault looks like now; the caller holds the ledger's lock and wrote all that was written.
    ///
    /// Where it cannot be written the old one stays, which fits no more: everything is derived anew then.
    func renew(_ home: LedgerHome, _ keys: KeyRing) {
        guard let look = Self.look(home) else { return }
        // Not brought to the disk: a seal that is lost costs time, and one that is older than the vault does not fit.
        try? PrivateFile.overwrite(home.vaultSeal, with: Self.text(epoch, look, keys))
    }

    private static func text(_ epoch: [UInt8], _ look: Digest, _ keys: KeyRing) -> [UInt8] {
        let content = epoch + look.bytes
        return content + IndexKeys(keys).seal.authenticate(content.span).bytes
    }

    /// What the vault looks like; nil where there is none.
    ///
    /// `vault.db` is not opened for it: when a process closes a file, the system drops all its locks of that file, those of
    /// SQLite among them. The write-ahead log has none.
    private static func look(_ home: LedgerHome) -> Digest? {
        guard let vault = FileStamp.of(home.vaultDatabase) else { return nil }
        let path = home.vaultDatabase + "-wal"
        // SQLite removes an empty write-ahead log when it closes, and makes one when it opens.
        guard let log = FileStamp.of(path), log.size > 0 else {
            return SHA256.digest(of: vault.bytes + [0])
        }
        // Its header counts how often it was begun anew.
        guard let header = try? InputFile.contents(of: path, first: 32) else { return nil }
        return SHA256.digest(of: vault.bytes + [1] + log.bytes + header)
    }
}

extension Ledger {
    /// Empties the write-ahead log while that can still be told from a change of somebody else.
    ///
    /// SQLite does it when the last connection closes, without a lock of ours.
    func settleSeal() {
        guard PrivateFile.exists(home.vaultSeal),
            FileStamp.of(home.vaultDatabase + "-wal").map({ $0.size > 0 }) ?? false
        else { return }
        _ = try? FileLock.ifFree(home.lock) {
            guard let seal = VaultSeal.unbroken(home, keys) else { return }
            keptInquiry = nil
            _ = try vault.connection.emptyLog(patience: 0)
            seal.renew(home, keys)
        }
    }

    /// Removes the look-up files of all purposes, which hold keyed digests of addresses; they are made anew when needed.
    func forgetStandings() throws {
        guard Folder.exists(home.index) else { return }
        for name in try Folder.names(in: home.index) where name.hasSuffix(".standings") {
            try PrivateFile.remove(Path.join(home.index, name))
        }
    }
}
