import Consent
import Cryptography
import Database
import Files
import Foundation
import Ledger
import Testing

@Suite("Restoring")
struct RestorationTests {
    let folder: LedgerFolder
    let all: String
    let keys: String

    /// A ledger of six entries and a backup of it, the keys apart.
    init() throws {
        folder = try LedgerFolder()
        let ledger = try folder.furnished()
        for number in 0..<3 {
            _ = try ledger.record(.form("person\(number)@example.org", at: "2026-10-01T08:00:00Z"))
        }
        _ = try ledger.record(.sample(.objected, "person0@example.org"))
        (all, keys) = (folder.beside("all"), folder.beside("keys"))
        _ = try ledger.backUp(BackupTests.everything, to: all)
        _ = try ledger.backUp([.keys], to: keys)
    }

    private var restoration: Restoration {
        let clock = folder.clock
        return Restoration(context: LedgerContext(now: { clock.now }, random: folder.random))
    }

    private func restore(_ folders: String..., to home: LedgerHome? = nil, replacing: Bool = true) throws
        -> RestorationOutcome
    {
        try restoration.restore(folders, to: home ?? folder.home, replacing: replacing)
    }

    private func refusal(_ folders: String..., to home: LedgerHome? = nil) -> LedgerError? {
        ledgerError { _ = try restoration.restore(folders, to: home ?? folder.home, replacing: true) }
    }

    private func standing(_ name: String) throws -> ConsentState {
        try folder.open(create: false).standing(of: EmailAddress(parsing: name), for: .newsletter).state
    }

    /// Nothing but the ledger, the backups and what a test put there itself.
    private func leftovers() throws -> [String] {
        try Folder.names(in: folder.beside("")).filter { $0.contains("restor") }
    }

    @Test("brings everything back where nothing is left")
    func empty() throws {
        try FileManager.default.removeItem(atPath: folder.home.path)
        let outcome = try restore(all, keys, replacing: false)
        #expect(outcome.examination.findings.isEmpty && outcome.examination.records == 4)
        #expect(outcome.keptAside == nil && outcome.remarks == [])
        #expect(try standing("person1@example.org") == .given)
        #expect(try standing("person0@example.org") == .objected)
        #expect(try folder.open().record(.sample(.withdrawn, "person1@example.org")).index == 6)
        #expect(PrivateFile.permissions(folder.home.path) == 0o700)
        #expect(try leftovers() == [])
    }

    @Test("replaces a ledger only when told to, and keeps the old one aside")
    func replaces() throws {
        #expect(
            ledgerError { _ = try restore(all, keys, replacing: false) }?.code == .occupied)
        try PrivateFile.remove(folder.home.vaultDatabase)
        try folder.leave("ours", at: "policies.txt")
        let outcome = try restore(all)
        let aside = try #require(outcome.keptAside)
        #expect(aside == folder.home.path + ".before-restore-2026-10-02")
        #expect(PrivateFile.exists(Path.join(aside, "log.db")))
        #expect(try standing("person1@example.org") == .given)
        let again = try #require(try restore(all).keptAside)
        #expect(again.hasSuffix("-2"))
    }

    @Test("keeps the policies that lie there")
    func policies() throws {
        try FileManager.default.createDirectory(
            atPath: folder.home.policies, withIntermediateDirectories: true)
        try folder.leave("rules: []", at: "policies/ours.yaml")
        _ = try restore(all)
        #expect(PrivateFile.exists(Path.join(folder.home.policies, "ours.yaml")))
    }

    @Test(
        "a file that was changed, or is gone, is refused",
        arguments: ["vault/vault.db", "log/head", "manifest.json"])
    func changed(name: String) throws {
        let url = URL(filePath: Path.join(all, name))
        var bytes = try Data(contentsOf: url)
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: url)
        #expect(refusal(all)?.code == .invalidBackup)
        try FileManager.default.removeItem(at: url)
        #expect(refusal(all)?.code == .invalidBackup)
        #expect(try standing("person1@example.org") == .given)
        #expect(try leftovers() == [])
    }

    @Test("a manifest cannot reach outside of its folder")
    func reaching() throws {
        let url = URL(filePath: Path.join(all, "manifest.json"))
        let text = try String(contentsOf: url, encoding: .utf8)
        try Data(text.replacing("\"vault/vault.db\"", with: "\"../home/vault.db\"").utf8).write(to: url)
        #expect(refusal(all)?.code == .invalidBackup)
    }

    @Test("parts that are missing are named")
    func missingParts() throws {
        let empty = LedgerHome(path: folder.beside("other"))
        let error = try #require(refusal(all, to: empty))
        #expect(error.code == .mixture && error.message.contains("keys"))
        #expect(!Folder.exists(empty.path))
    }

    @Test("a log that does not reach what was signed here is refused: never a fork")
    func olderLog() throws {
        _ = try folder.open().record(.sample(.withdrawn, "person1@example.org"))
        #expect(refusal(all, keys)?.code == .rolledBack)
        try PrivateFile.remove(folder.home.logDatabase)
        #expect(refusal(all, keys)?.code == .rolledBack, "head alone tells")
        try PrivateFile.remove(folder.home.head)
        #expect(refusal(all, keys) == nil, "where nothing is left that was signed, nobody can tell")
    }

    @Test("a log that went another way is refused, also when it is longer")
    func fork() throws {
        let files = ["log.db", "vault.db", "head", "suppress.db"].map { Path.join(folder.home.path, $0) }
        let old = try folder.copy(files)
        let longer = folder.beside("longer")
        do {
            let forked = try folder.open()
            for number in 0..<3 { _ = try forked.record(.sample(.given, "fork\(number)@example.org")) }
            _ = try forked.backUp(BackupTests.everything, to: longer)
        }
        try folder.putBack(old)
        _ = try folder.open().record(.sample(.given, "here@example.org"))
        let error = try #require(refusal(longer, keys))
        #expect(error.code == .rolledBack && error.message.contains("another way"))
    }

    @Test("parts of one moment go together with what lies here, and none may come twice")
    func twice() throws {
        let ledger = try folder.open()
        _ = try ledger.record(.sample(.withdrawn, "person1@example.org"))
        let (log, vault) = (folder.beside("log"), folder.beside("vault"))
        _ = try ledger.backUp([.log, .suppress], to: log)
        _ = try ledger.backUp([.vault, .suppress], to: vault)
        #expect(refusal(vault) == nil)
        let error = try #require(refusal(all, log, keys))
        #expect(error.code == .mixture && error.message.hasPrefix("log is in"))
    }

    @Test("an older vault beside a newer log is named", arguments: [true, false])
    func olderVault(isVault: Bool) throws {
        let (vault, rest) = (folder.beside("vault"), folder.beside("rest"))
        let parts: Set<BackupPart> = isVault ? [.vault] : [.log, .suppress]
        _ = try folder.open().backUp(parts, to: vault)
        let ledger = try folder.open()
        _ = try ledger.record(.sample(.withdrawn, "person1@example.org"))
        _ = try ledger.backUp(isVault ? [.log, .suppress] : [.vault], to: rest)
        let error = try #require(refusal(vault, rest, keys, to: LedgerHome(path: folder.beside("other"))))
        #expect(error.code == .mixture)
        #expect(error.message.contains(isVault ? "not in vault.db" : "log.db does not have"))
        #expect(try leftovers() == [])
    }

    @Test("keys that do not open the vault are refused")
    func otherKeys() throws {
        let other = try LedgerFolder(seed: 2)
        let ledger = try other.furnished()
        _ = try ledger.backUp([.keys], to: other.beside("keys"))
        let error = try #require(
            refusal(all, other.beside("keys"), to: LedgerHome(path: folder.beside("other"))))
        #expect(error.code == .mixture && error.message.contains("keys/kek opens no record"))
    }

    @Test("backups of two ledgers are refused, and one ledger in the place of another")
    func otherOrigin() throws {
        let other = try LedgerFolder(seed: 2)
        let clock = other.clock
        let ledger = try Ledger(
            at: other.home, context: LedgerContext(now: { clock.now }, random: other.random), create: true,
            origin: "elsewhere")
        _ = try ledger.backUp(BackupTests.everything, to: other.beside("all"))
        _ = try ledger.backUp([.keys], to: other.beside("keys"))
        #expect(refusal(all, other.beside("keys"))?.code == .mixture)
        #expect(
            refusal(other.beside("all"), other.beside("keys"))?.message.contains("here lies the log") == true)
    }

    @Test("copies of the do-not-mail list are united, also with the one that lies here")
    func suppressions() throws {
        let ledger = try folder.open()
        let tags = {
            try Connection(path: folder.home.suppressionDatabase, mode: .readOnly).integer(
                "SELECT count(*) FROM tags")
        }
        _ = try ledger.record(.sample(.objected, "person1@example.org"))
        let newer = folder.beside("newer")
        _ = try ledger.backUp([.log, .vault], to: newer)
        #expect(try tags() == 4)
        let suppress = folder.beside("suppress")
        _ = try ledger.backUp([.suppress], to: suppress)
        try folder.edit(folder.home.suppressionDatabase, "DELETE FROM tags")
        #expect(refusal(newer)?.message.contains("not on the do-not-mail list") == true)
        let outcome = try restore(suppress)
        #expect(outcome.origins.first { $0.part == .suppress }?.fromHome == true)
        #expect(try tags() == 4)
    }

    @Test("hashes of another tool's list go on to keep people out when copies are united")
    func hashes() throws {
        let eve = try EmailAddress(parsing: "eve@example.org")
        let digest = try ForeignHash(.sha256).digest(of: Array(eve.normalized.utf8))
        let hash = try #require(AddressHash(Hex.encode(digest)))
        let suppress = folder.beside("suppress")
        do {
            let before = try folder.copy([folder.home.suppressionDatabase])
            do {
                let ledger = try folder.open()
                try ledger.suppress(
                    batch: [SuppressionEntry(.hash(hash))], scope: .everything, since: nil, review: nil,
                    keepsKnown: false)
                _ = try ledger.backUp([.suppress], to: suppress)
            }
            try folder.putBack(before)
        }
        #expect(try folder.open().suppression(of: eve, for: .newsletter) == nil)
        _ = try restore(all, suppress)
        #expect(try folder.open().suppression(of: eve, for: .newsletter)?.reason == .imported)
    }

    @Test("a process that had the old ledger open records nothing into it")
    func openElsewhere() throws {
        let before = try folder.open()
        _ = try restore(all, keys)
        let error = ledgerError { _ = try before.record(.sample(.withdrawn, "person1@example.org")) }
        #expect(
            error?.code == .storage
                && error?.message.contains("Another ledger or another key was put") == true)
        #expect(try folder.open().record(.sample(.withdrawn, "person1@example.org")).index == 6)
    }

    @Test("a drill restores into a folder that is gone again, and examines everything")
    func drill() throws {
        let scratch = folder.beside("")
        let before = try Folder.names(in: scratch)
        let outcome = try restoration.drill([all, keys], in: scratch)
        #expect(outcome.examination.findings.isEmpty && outcome.examination.files == 3)
        #expect(try Folder.names(in: scratch) == before)
        #expect(ledgerError { _ = try restoration.drill([all], in: scratch) }?.code == .mixture)
        #expect(try Folder.names(in: scratch) == before)
    }

    @Test("a drill tells what is wrong in the records")
    func drillFinds() throws {
        try folder.edit(
            folder.home.vaultDatabase, "UPDATE evidence SET sealed = zeroblob(length(sealed))")
        let damaged = folder.beside("damaged")
        _ = try folder.open().backUp(BackupTests.everything, to: damaged)
        let outcome = try restoration.drill([damaged, keys], in: folder.beside(""))
        #expect(outcome.examination.findings.count == 3)
    }

    @Test("damage within a part does not stand in the way of the rest, and is told")
    func bearable() throws {
        try folder.edit(
            folder.home.vaultDatabase,
            "UPDATE events SET payload = zeroblob(length(payload)) WHERE position = 3")
        let damaged = folder.beside("damaged")
        _ = try folder.open().backUp(BackupTests.everything, to: damaged)
        let outcome = try restore(damaged, keys)
        #expect(outcome.remarks.count == 1 && outcome.remarks.first?.contains("cannot be opened") == true)
        #expect(outcome.examination.findings.count == 1)
        #expect(try standing("person2@example.org") == .given)
    }

    @Test("a list from before the latest erasure lacks whom it concerned, and is refused")
    func olderThanErasure() throws {
        let ledger = try folder.open()
        let (erased, vault) = (try EmailAddress(parsing: "person1@example.org"), folder.beside("vault"))
        let suppress = folder.beside("suppress")
        _ = try ledger.backUp([.suppress], to: suppress)
        _ = try ledger.erase([erased])
        _ = try ledger.backUp([.log, .vault], to: vault)
        let other = LedgerHome(path: folder.beside("other"))
        let error = try #require(refusal(vault, suppress, keys, to: other))
        #expect(error.code == .mixture && error.hint.contains("--accept-older-suppress"))
        let clock = folder.clock
        let accepting = Restoration(
            context: LedgerContext(now: { clock.now }, random: folder.random), acceptingOlderSuppression: true
        )
        let outcome = try accepting.restore([vault, suppress, keys], to: other, replacing: false)
        #expect(outcome.remarks.count == 1)
        #expect(try restore(suppress).remarks == [], "united with the list that lies here")
        #expect(try folder.open().suppression(of: erased, for: .newsletter)?.reason == .erased)
    }

    @Test("whom a tombstone names does not come back with an older vault")
    func erasedStay() throws {
        let ledger = try folder.open()
        let older = folder.beside("older")
        _ = try ledger.backUp([.vault], to: older)
        let erased = try EmailAddress(parsing: "person1@example.org")
        _ = try ledger.erase([erased])
        let outcome = try restore(older)
        #expect(outcome.examination.findings.isEmpty && outcome.examination.records == 3)
        #expect(try folder.open().history(of: erased).isEmpty)
        #expect(try folder.open().examine().findings == [])
    }

    @Test("what a killed restoration left is told and not touched")
    func leftover() throws {
        let left = folder.beside(".home.restoring-deadbeef")
        try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: true)
        let outcome = try restore(all)
        #expect(outcome.remarks.count == 1 && outcome.remarks.first?.contains(left) == true)
        #expect(Folder.exists(left))
    }
}
