import Consent
import Database
import Files
import Ledger
import Testing

@Suite("What the files of a ledger show")
struct SecrecyTests {
    let folder: LedgerFolder
    let ledger: Ledger

    init() throws {
        folder = try LedgerFolder()
        ledger = try folder.furnished()
    }

    @Test("no address, in no file, also not in the write-ahead logs")
    func noAddress() throws {
        var act = try SubjectAct.form("Ada.Lovelace+news@example.org", at: "2026-10-01T08:00:00Z")
        act.evidence = [.text("From: ada.lovelace+news@example.org")]
        act.source = "a stand in Vienna"
        act.ip = "192.0.2.77"
        _ = try ledger.record(act)
        _ = try ledger.record(.sample(.objected, "Ada.Lovelace+news@example.org", for: .everything))
        let files = try folder.everyFile()
        #expect(files.keys.contains("vault.db-wal"), "the log of the last writes was not looked at")
        let secrets = ["ada.lovelace+news@example.org", "ada.lovelace", "a stand in Vienna", "192.0.2.77"]
        for (name, bytes) in files {
            let lowered = bytes.map { (65...90).contains($0) ? $0 + 32 : $0 }
            for secret in secrets {
                #expect(!lowered.contains(Array(secret.lowercased().utf8)), "\(secret) stands in \(name)")
            }
        }
        // The search itself works: the controller is public and stands in the log.
        #expect(files.values.contains { $0.contains(Array("Example GmbH".utf8)) })
    }

    @Test("a printed address or act shows no more than a first letter")
    func printing() throws {
        let act = try SubjectAct.sample(.given, "ada@example.org")
        #expect(!"\(act.address) \(String(reflecting: act))".contains("ada@"))
    }

    @Test("every file is its owner's alone")
    func permissions() throws {
        _ = try ledger.record(.sample())
        for name in ["log.db", "vault.db", "suppress.db", "head", "keys/kek", "keys/log.key", "vault.db-wal"]
        {
            let mode = try #require(PrivateFile.permissions(Path.join(folder.home.path, name)))
            #expect(mode & 0o077 == 0, "\(name)")
        }
        #expect(PrivateFile.permissions(folder.home.keys) == 0o700)
    }

    @Test("what is dropped from the vault is overwritten in the file")
    func secureDelete() throws {
        let marker = [UInt8](repeating: 0xA7, count: 400)
        let vault = try Connection(path: folder.home.vaultDatabase, mode: .readWrite)
        try vault.execute("CREATE TABLE scratch (content BLOB)")
        try vault.execute("INSERT INTO scratch VALUES (x'\(String(repeating: "a7", count: 400))')")
        try vault.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        #expect(try folder.everyFile()["vault.db"]?.contains(marker) == true)
        try vault.execute("DELETE FROM scratch")
        try vault.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        #expect(try folder.everyFile().values.allSatisfy { !$0.contains(marker) })
    }
}
