import Consent
import Cryptography
import Database
import Files
import Foundation
import Ledger
import Testing

extension ConsistencyTests {
    static let fileCases: [Case] = [
        Case("log.db is gone", ["wrong missing (log.db): log.db is missing."]) {
            try FileManager.default.removeItem(atPath: $0.home.logDatabase)
        },
        Case(
            "head is gone",
            [
                "wrong missing (head): head is missing: nobody can tell whether this log is the newest that was signed."
            ]
        ) { try FileManager.default.removeItem(atPath: $0.home.head) },
        Case("vault.db is empty", ["wrong damaged (vault.db): vault.db is empty."]) {
            try $0.putBack([$0.home.vaultDatabase: Data()])
        },
        Case(
            "suppress.db is no database",
            ["wrong damaged (suppress.db): suppress.db is damaged: file is not a database."]
        ) {
            try $0.putBack([$0.home.suppressionDatabase: Data(String(repeating: "x", count: 8192).utf8)])
        },
        Case(
            "vault.db stands in for suppress.db",
            ["wrong foreign (suppress.db): suppress.db is the file of something else."]
        ) {
            let vault = try $0.copy([$0.home.vaultDatabase])[$0.home.vaultDatabase]
            try $0.putBack([$0.home.suppressionDatabase: vault ?? Data()])
        },
        Case(
            "log.db of a newer program",
            ["wrong newer-format (log.db): log.db has format 99, and this program knows 2."]
        ) { try $0.edit($0.home.logDatabase, "PRAGMA user_version = 99") },
        Case(
            "suppress.db of an older program",
            [
                "settles itself older-format (suppress.db): suppress.db has the format of an older program, and was not looked into."
            ]
        ) {
            try $0.edit(
                $0.home.suppressionDatabase,
                "ALTER TABLE tags DROP COLUMN key; ALTER TABLE tags DROP COLUMN review_on; ALTER TABLE tags DROP COLUMN reason; DROP TABLE hashes; DROP TABLE removals; PRAGMA user_version = 1"
            )
        },
        Case("head is no checkpoint", ["wrong head (head): head is no checkpoint."]) {
            try $0.putBack([$0.home.head: Data("nothing\n".utf8)])
        },
    ]

    static let logCases: [Case] = [
        Case(
            "an older log.db",
            [
                "wrong log-behind-head (log.db, head): log.db has 7 entries, and head says that 8 were signed.",
                "wrong log-behind-vault (log.db, vault.db): One record of vault.db has an entry that log.db does not have.",
            ]
        ) { try putBack(["log.db"], $0) },
        Case(
            "an older head",
            ["settles itself head-behind-log (head, log.db): One entry of log.db is newer than head."]
        ) { try putBack(["head"], $0) },
        Case(
            "a log that went another way",
            [
                "wrong fork (log.db, head): The first 8 entries of log.db are not those that were signed."
            ]
        ) { folder in
            let files = ["log.db", "vault.db", "head"].map { Path.join(folder.home.path, $0) }
            let old = try folder.copy(files)
            _ = try folder.open(create: false).record(.sample(.given, "one@example.org"))
            let head = try folder.copy([folder.home.head])
            try folder.putBack(old)
            _ = try folder.open(create: false).record(.sample(.given, "other@example.org"))
            try folder.putBack(head)
        },
        Case(
            "the log of another ledger",
            [
                "wrong origin (head, log.db): head is of the log example.org/consent, and log.db is the log elsewhere.",
                "wrong origin (log.db): 2 open records of log.db are of another log.",
                "wrong origin (vault.db, log.db): 5 records of vault.db are of another log.",
            ]
        ) { try $0.edit($0.home.logDatabase, "UPDATE settings SET value = 'elsewhere'") },
        .edit(
            "an entry is gone",
            "wrong log-gap (log.db): log.db has 6 entries, and the number of the last says that there were 7.",
            "wrong other-history (vault.db, log.db): One record of vault.db, at entry 4, is not what log.db has there.",
            file: "log.db", sql: "DELETE FROM leaves WHERE position = 4"),
        .edit(
            "a tile was changed",
            "wrong tiles (log.db): The tile 0/0 of log.db does not have the hashes of the entries.",
            file: "log.db", sql: "UPDATE tiles SET hashes = zeroblob(length(hashes))"),
        .edit(
            "an open record was changed",
            "wrong open-records (log.db): One open record of log.db is not what the entry committed to.",
            file: "log.db", sql: "UPDATE open_records SET record = x'7b7d' WHERE position = 1"),
        .edit(
            "a tombstone names what is after it",
            "wrong tombstone (log.db): One entry of log.db is marked as erased by a tombstone that cannot name it.",
            "settles itself erased-records (vault.db, log.db): One record of vault.db is named by a tombstone.",
            file: "log.db", sql: "INSERT INTO erased VALUES (5, 1)"),
    ]

    static let vaultCases: [Case] = [
        Case(
            "an older vault.db",
            ["wrong vault-behind-log (vault.db, log.db): One record after entry 6 is not in vault.db."]
        ) { try putBack(["vault.db"], $0) },
        .edit(
            "a record in between is gone",
            "wrong count (vault.db): vault.db counted 5 records and holds 4.",
            "wrong records-missing (vault.db): One record, of entry 3, is missing from vault.db, and later ones are there.",
            file: "vault.db", sql: "DELETE FROM events WHERE position = 3"),
        .edit(
            "the leaf of a record was changed",
            "wrong other-history (vault.db, log.db): One record of vault.db, at entry 3, is not what log.db has there.",
            "wrong records (vault.db): One record of vault.db cannot be opened, or is not what the entry committed to.",
            file: "vault.db", sql: "UPDATE events SET leaf = zeroblob(33) WHERE position = 3"),
        .edit(
            "two records claim one entry",
            "wrong one-place-twice (vault.db): One entry of the log is claimed by two records of vault.db.",
            "wrong records-missing (vault.db): One record, of entry 3, is missing from vault.db, and later ones are there.",
            file: "vault.db", sql: "UPDATE events SET position = 2 WHERE position = 3"),
        .edit(
            "a record was left by a killed process",
            "settles itself pending (vault.db, log.db): One record of vault.db did not reach the log yet, or nobody noted it.",
            file: "vault.db",
            sql: "UPDATE progress SET records = records - 1, settled = 6"
        ),
        .edit(
            "an erasure was not finished",
            "settles itself undestroyed (vault.db): What was erased may still stand in vault.db or its write-ahead log.",
            file: "vault.db", sql: "UPDATE progress SET undestroyed = 1"),
        .edit(
            "a sealed record was changed",
            "wrong records (vault.db): One record of vault.db cannot be opened, or is not what the entry committed to.",
            file: "vault.db", sql: "UPDATE events SET payload = zeroblob(length(payload)) WHERE position = 3"),
        .edit(
            "the key of a thread was changed",
            "wrong thread-keys (vault.db): The keys of 2 records of vault.db cannot be opened.",
            file: "vault.db", sql: "UPDATE threads SET wrapped_key = zeroblob(60) WHERE id = 1"),
    ]

    static let keyCases: [Case] = [
        Case("kek is gone", ["wrong key-file (keys/kek): The key file keys/kek is missing."]) {
            try FileManager.default.removeItem(atPath: $0.home.key(.wrapping))
        },
        Case(
            "a change of kek was cut short",
            [
                "wrong key-change (keys/kek, vault.db): A change of keys/kek was not finished: part of vault.db may be under keys/kek.next."
            ]
        ) { folder in
            struct Stop: Error {}
            #expect(throws: (any Error).self) {
                try folder.open(create: false).rotateWrappingKey(onStep: {
                    if $0 == .finished { throw Stop() }
                })
            }
        },
        Case(
            "others may read a key",
            ["wrong key-file (keys/lookup.key): Others may read the key file keys/lookup.key."]
        ) {
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o644], ofItemAtPath: $0.home.key(.lookup))
        },
        Case(
            "log.key of another ledger",
            [
                "wrong log-key (keys/log.key, log.db, head): keys/log.key is not the key that signed head and log.db."
            ]
        ) { try takeOver("keys/log.key", $0) },
        Case(
            "head of another ledger",
            ["wrong head (head): head is not signed by this ledger, although the checkpoints in log.db are."]
        ) {
            try takeOver("head", $0)
        },
        Case(
            "kek of another ledger",
            ["wrong wrapping-key (keys/kek, vault.db): keys/kek opens no record of vault.db."]
        ) {
            try takeOver("keys/kek", $0)
        },
        Case(
            "lookup.key of another ledger",
            ["wrong lookup-key (keys/lookup.key, vault.db): keys/lookup.key finds nobody in vault.db."]
        ) { try takeOver("keys/lookup.key", $0) },
        Case(
            "suppress.key of another ledger",
            [
                "wrong suppression-key (keys/suppress.key, suppress.db): keys/suppress.key is not the key of the 2 tags in suppress.db. Nobody is found by them."
            ]
        ) { try takeOver("keys/suppress.key", $0) },
    ]

    static let listCases: [Case] = [
        Case(
            "an older suppress.db",
            [
                "wrong tags-missing (suppress.db, vault.db): One objection of vault.db is not on the do-not-mail list."
            ]
        ) { folder in
            try putBack(["suppress.db"], folder) {
                _ = try $0.record(.sample(.objected, "person2@example.org"))
            }
        },
        Case(
            "some tags are of another key",
            [
                "wrong suppression-key (keys/suppress.key, suppress.db): 1 of 2 tags in suppress.db were made with another key than keys/suppress.key. Nobody is found by them."
            ]
        ) {
            try $0.edit(
                $0.home.suppressionDatabase, "UPDATE tags SET key = '00000000' WHERE match = 'loose'")
        },
        Case(
            "a row is filed under another address",
            ["wrong misfiled (vault.db): One record of vault.db is filed under another address."]
        ) { try refile($0) },
        Case(
            "sources.db is gone",
            [
                "wrong sources-missing (sources.db, log.db): Of 1 remembered list sources.db has not all fingerprints."
            ]
        ) {
            try remember($0)
            try FileManager.default.removeItem(atPath: $0.home.sourceDatabase)
        },
        Case(
            "a list was not remembered to its end",
            [
                "settles itself sources-unknown (sources.db, log.db): sources.db has fingerprints of 1 list that log.db does not know."
            ]
        ) {
            try remember($0)
            try $0.edit($0.home.sourceDatabase, "INSERT INTO sources (rid) VALUES (randomblob(16))")
        },
    ]

    /// Has a list of one person remembered.
    private static func remember(_ folder: LedgerFolder) throws {
        let digest = try #require(ContentDigest(hex: String(repeating: "ab", count: 32)))
        _ = try folder.open(create: false).addSource(label: nil, expiresAt: nil) { draft in
            try draft.remember([Fingerprint(.address, "eve@example.org")])
            return SourceDescription(
                digest: digest, layout: nil, origin: .linkedinConnection, rows: 1, remembered: 1,
                newestDay: nil)
        }
    }

    /// Files a thread under another address, as only somebody with the keys could.
    private static func refile(_ folder: LedgerFolder) throws {
        let vault = try Connection(path: folder.home.vaultDatabase, mode: .readWrite)
        let text = try String(contentsOf: URL(filePath: folder.home.key(.wrapping)), encoding: .utf8)
        let kek = try #require(SecretKey(hex: String(text.dropLast())))
        let rows = try vault.prepare("SELECT lookup, purpose, wrapped_key FROM threads WHERE id = 3")
        guard try rows.step() else { return }
        let purpose = Array(rows.text(1).utf8)
        let key = try SealedBox.unwrap(rows.bytes(2), key: kek, context: rows.bytes(0) + purpose)
        rows.reset()
        let other = Array(repeating: UInt8(7), count: 16)
        let update = try vault.prepare("UPDATE threads SET lookup = ?1, wrapped_key = ?2 WHERE id = 3")
        try update.bind(1, other)
        try update.bind(
            2, SealedBox.wrap(key, key: kek, context: other + purpose, random: folder.random))
        try update.run()
    }

    static let settling: [Case] = [logCases[1], vaultCases[4], fileCases[6]]
}
