import CanonicalJSON
import Consent
import Cryptography
import Database

extension ConsistencyLook {
    /// What an opening of all records counts.
    private struct Records {
        var all = 0
        var lockedThreads = 0
        var unreadable = 0
        var opened = 0
        var misfiled = 0
        var ofOtherLogs = 0
        var objections = 0
        var untagged = 0
    }

    /// Opens every record of the vault.
    ///
    /// It shows whether these are the keys under which it was sealed, and whether everybody who objected is on the
    /// do-not-mail list.
    mutating func openRecords(_ vault: VaultStore, _ log: LogStore) throws {
        guard let wrapping = keys[.wrapping] else { return }
        let next = try? WrappingKeyFile(
            path: home.nextKey(.wrapping), unlocking: context.unlocking
        ).read()
        if next != nil {
            find(
                .keyChange, "keys/kek", "vault.db",
                problem:
                    "A change of keys/kek was not finished: part of vault.db may be under keys/kek.next.",
                remedy: "Nothing is lost. Finish it: consentgate keys rotate kek")
        }
        let origin = try log.setting("origin")
        let opener = RecordOpener(wrapping)
        let nextOpener = next.map { RecordOpener($0) }
        var counted = Records()
        try vault.forEachRow { row in
            counted.all += 1
            let sealed = VaultScan.SealedRecord(row)
            let found =
                opener.key(of: sealed, row.lookup, row.event.purpose)
                ?? nextOpener?.key(of: sealed, row.lookup, row.event.purpose)
            guard let key = found else {
                counted.lockedThreads += 1
                return
            }
            guard let text = opener.text(of: sealed, key),
                let json = try? JSONValue(readingCanonical: text),
                let record = RecordMembers.subject(from: json, index: row.position)
            else {
                counted.unreadable += 1
                return
            }
            counted.opened += 1
            if json["log"]?.text != origin { counted.ofOtherLogs += 1 }
            if !isFiled(record.address, under: row.lookup) { counted.misfiled += 1 }
            guard record.event.kind == .objected, let suppression else { return }
            counted.objections += 1
            if try suppression.suppression(of: record.address, for: record.event.purpose) == nil {
                counted.untagged += 1
            }
        }
        count(records: UInt64(counted.opened))
        reportKeys(counted)
        reportRecords(counted)
    }

    private func isFiled(_ address: EmailAddress, under lookup: [UInt8]) -> Bool {
        guard let key = keys[.lookup] else { return true }
        var mac = HMACSHA256(key: key)
        return Array(mac.authenticate(Array(address.normalized.utf8)).bytes.prefix(16)) == lookup
    }

    private mutating func reportKeys(_ counted: Records) {
        if counted.lockedThreads > 0, counted.lockedThreads == counted.all {
            find(
                .wrappingKey, "keys/kek", "vault.db",
                problem: "keys/kek opens no record of vault.db.",
                remedy: "It is the key of another vault. Restore the keys folder from its own backup.")
        } else if counted.lockedThreads > 0 {
            find(
                .threadKeys, "vault.db",
                problem: "The keys of \(counted.lockedThreads) records of vault.db cannot be opened.",
                remedy: "These rows were changed. Restore vault.db from the newest backup.")
        }
        if counted.misfiled > 0, counted.misfiled == counted.opened {
            find(
                .lookupKey, "keys/lookup.key", "vault.db",
                problem: "keys/lookup.key finds nobody in vault.db.",
                remedy: "It is the key of another vault. Restore the keys folder from its own backup.")
        } else if counted.misfiled > 0 {
            find(
                .misfiled, "vault.db",
                problem:
                    "\(Self.records(counted.misfiled, "record")) of vault.db \(Self.are(counted.misfiled)) filed under another address.",
                remedy: "These rows were changed. Restore vault.db from the newest backup.")
        }
    }

    private mutating func reportRecords(_ counted: Records) {
        if counted.unreadable > 0 {
            find(
                .records, "vault.db",
                problem:
                    "\(Self.records(counted.unreadable, "record")) of vault.db cannot be opened, or \(Self.are(counted.unreadable)) not what the entry committed to.",
                remedy: "Restore vault.db from the newest backup.")
        }
        if counted.ofOtherLogs > 0 {
            find(
                .origin, "vault.db", "log.db",
                problem:
                    "\(Self.records(counted.ofOtherLogs, "record")) of vault.db \(Self.are(counted.ofOtherLogs)) of another log.",
                remedy: "Two ledgers were mixed. Restore vault.db from a backup of this ledger.")
        }
        guard counted.untagged > 0, hasOwnTags || counted.untagged < counted.objections else { return }
        find(
            .tagsMissing, "suppress.db", "vault.db",
            problem:
                "\(Self.records(counted.untagged, "objection")) of vault.db \(Self.are(counted.untagged)) not on the do-not-mail list.",
            remedy:
                "An older suppress.db lies here, and may lack others, too. Restore the newest: consentgate restore unites copies."
        )
    }

    /// Whether the do-not-mail list has no tags of another key, which would explain that none is found.
    private var hasOwnTags: Bool {
        guard let suppression, let tags else { return false }
        let others = try? tags.integer(
            "SELECT count(*) FROM tags WHERE key NOT IN ('', '\(suppression.keyID)')")
        return others == 0
    }
}
