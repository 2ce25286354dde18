import CanonicalJSON
import Consent
import Cryptography
import Database
import Files
import MerkleLog

extension ConsistencyLook {
    /// Holds the entries against each other, their tiles and what was signed.
    mutating func compareHead(_ log: LogStore, _ onProgress: (UInt64, UInt64) -> Void) throws {
        guard let origin = try log.setting("origin") else {
            return find(
                .damaged, "log.db", problem: "log.db does not say of which log it is.",
                remedy: "Restore log.db from the newest backup.")
        }
        let signed = try signedHead(log, origin)
        let size = try log.size()
        let rebuilt = RebuiltTree(log)
        var rootAtHead = signed?.size == 0 ? TreeHash.empty : nil
        try log.forEachLeaf(from: 0, to: UInt64(Int64.max)) { position, leaf in
            try rebuilt.take(leaf, at: position)
            if rebuilt.size == signed?.size { rootAtHead = try rebuilt.root }
            if position % 65_536 == 0 { onProgress(position, size) }
        }
        count(entries: rebuilt.size)
        onProgress(size, size)
        guard rebuilt.size == size else {
            return find(
                .logGap, "log.db",
                problem:
                    "log.db has \(rebuilt.size) entries, and the number of the last says that there were \(size).",
                remedy:
                    "Restore log.db from the newest backup, together with vault.db and head of the same moment."
            )
        }
        if let signed { compare(signed, size: size, rootAtHead) }
        try compareTiles(rebuilt, size)
    }

    /// What was signed last, if this ledger's key signed it.
    private mutating func signedHead(_ log: LogStore, _ origin: String) throws -> TreeHead? {
        guard let head else { return nil }
        guard let note = try? SignedNote(parsing: head), let claim = try? Checkpoint(parsing: note.text)
        else {
            find(
                .head, "head", problem: "head is no checkpoint.",
                remedy: "Restore head together with log.db, from the newest backup of both.")
            return nil
        }
        guard claim.origin == origin else {
            find(
                .origin, "head", "log.db",
                problem: "head is of the log \(claim.origin), and log.db is the log \(origin).",
                remedy: "Two ledgers were mixed. Restore head and log.db from one backup of this ledger.")
            return nil
        }
        guard let seed = keys[.log] else { return claim.head }
        let held = try LogSigner(name: origin, seed: seed).verifierKey
        guard let succession = succession(log, of: held) else { return nil }
        lookAtKeyChange(succession, held: held, origin)
        if (try? succession.verified(note)) != nil { return claim.head }
        let newest = try log.connection.text("SELECT note FROM checkpoints ORDER BY size DESC LIMIT 1")
        let isOwn =
            newest.flatMap { try? SignedNote(parsing: Array($0.utf8)) }
            .flatMap { try? succession.verified($0) } != nil
        if isOwn {
            find(
                .head, "head",
                problem: "head is not signed by this ledger, although the checkpoints in log.db are.",
                remedy: "It was changed. Restore head together with log.db, from the newest backup of both.")
        } else {
            find(
                .logKey, "keys/log.key", "log.db", "head",
                problem: "keys/log.key is not the key that signed head and log.db.",
                remedy: "Restore the keys folder from its own backup; nothing can be signed until then.")
        }
        return nil
    }

    /// The keys that the log leads to from the one that lies here; nil where a change of it does not hold, which is found.
    private mutating func succession(_ log: LogStore, of held: VerifierKey) -> KeySuccession? {
        do { return try KeySuccession(of: held, through: log.keyTransitions()) } catch {
            findDamage("log.db", error)
            return nil
        }
    }

    /// Looks for a change of the log's key that was cut short, and for a key from before one.
    private mutating func lookAtKeyChange(_ keys: KeySuccession, held: VerifierKey, _ origin: String) {
        let place = home.nextKey(.log)
        let isBegun = PrivateFile.exists(place)
        let next = isBegun ? try? LogSigner(name: origin, seed: KeyFile.read(place)).verifierKey : nil
        if keys.newest != held, next != keys.newest {
            find(
                .logKey, "keys/log.key", "log.db",
                problem: "keys/log.key is a key from before a change of the log's key.",
                remedy: "Restore the keys folder from its newest backup; nothing can be signed until then.")
        } else if isBegun {
            find(
                .logKeyChange, "keys/log.key", "log.db",
                problem: keys.newest == held && next != keys.keys.dropLast().last
                    ? "A change of keys/log.key was begun and did not reach log.db."
                    : "A change of keys/log.key reached log.db and was not finished.",
                remedy: "A process was killed. The next command drops the one and finishes the other.")
        }
    }

    private mutating func compare(_ signed: TreeHead, size: UInt64, _ rootAtHead: Digest?) {
        guard size >= signed.size else {
            return find(
                .logBehindHead, "log.db", "head",
                problem: "log.db has \(size) entries, and head says that \(signed.size) were signed.",
                remedy:
                    "An older log.db lies here. Restore the newest, with vault.db of the same moment; what was signed must not vanish."
            )
        }
        guard rootAtHead == signed.root else {
            return find(
                .fork, "log.db", "head",
                problem: "The first \(signed.size) entries of log.db are not those that were signed.",
                remedy:
                    "log.db was changed, or went another way than head. Restore the log.db that head was signed for."
            )
        }
        guard size > signed.size else { return }
        find(
            .headBehindLog, "head", "log.db",
            problem:
                "\(Self.entries(Int(clamping: size - signed.size))) of log.db \(size - signed.size == 1 ? "is" : "are") newer than head.",
            remedy: "A process was killed between the two. The next command signs them.")
    }

    private mutating func compareTiles(_ rebuilt: RebuiltTree, _ size: UInt64) throws {
        try rebuilt.finish(size: size, root: try rebuilt.root)
        guard let first = rebuilt.findings.first else { return }
        let number = rebuilt.findings.count
        let tile = first.place.dropFirst("log.db, tile ".count)
        find(
            .tiles, "log.db",
            problem: number == 1
                ? "The tile \(tile) of log.db does not have the hashes of the entries."
                : "\(number) tiles of log.db, the first \(tile), do not have the hashes of the entries.",
            remedy: "Restore log.db from the newest backup.")
    }

    /// Holds the open records against their entries, and the tombstones against what they may name.
    mutating func lookAtOpenRecords(_ log: LogStore) throws {
        let origin = try log.setting("origin")
        let statement = try log.connection.prepare(
            "SELECT o.record, o.opening, l.leaf FROM open_records o LEFT JOIN leaves l USING (position) ORDER BY position"
        )
        var (wrong, others) = (0, 0)
        while try statement.step() {
            let record = statement.bytes(0)
            guard Commitment.leaf(opening: statement.bytes(1), record: record) == statement.bytes(2),
                let json = try? JSONValue(readingCanonical: record)
            else {
                wrong += 1
                continue
            }
            if json["log"]?.text != origin { others += 1 }
        }
        if wrong > 0 {
            find(
                .openRecords, "log.db",
                problem:
                    "\(Self.records(wrong, "open record")) of log.db \(Self.are(wrong)) not what the entry committed to.",
                remedy: "Restore log.db from the newest backup.")
        }
        if others > 0 {
            find(
                .origin, "log.db",
                problem:
                    "\(Self.records(others, "open record")) of log.db \(Self.are(others)) of another log.",
                remedy: "Two ledgers were mixed. Restore log.db from a backup of this ledger.")
        }
        let tombstones =
            try log.connection.integer(
                """
                SELECT count(*) FROM erased e LEFT JOIN open_records t ON t.position = e.tombstone
                WHERE t.position IS NULL OR e.position >= e.tombstone
                    OR EXISTS (SELECT 1 FROM open_records o WHERE o.position = e.position)
                """) ?? 0
        guard tombstones > 0 else { return }
        find(
            .tombstone, "log.db",
            problem:
                "\(Self.entries(Int(clamping: tombstones))) of log.db \(tombstones == 1 ? "is" : "are") marked as erased by a tombstone that cannot name \(tombstones == 1 ? "it" : "them").",
            remedy:
                "Restore log.db from the newest backup before anything else is run: the next start destroys what is marked."
        )
    }

    static func records(_ number: Int, _ name: String) -> String {
        number == 1 ? "One \(name)" : "\(number) \(name)s"
    }

    static func entries(_ number: Int) -> String { number == 1 ? "One entry" : "\(number) entries" }

    static func are(_ number: Int) -> String { number == 1 ? "is" : "are" }
}
