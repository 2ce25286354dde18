import Consent
import Cryptography
import Database
import Files
import Foundation
import Ledger
import MerkleLog
import Testing

@Suite("Opening a ledger that is not as it was left")
struct OpeningTests {
    let folder: LedgerFolder

    init() throws {
        folder = try LedgerFolder()
        let ledger = try folder.furnished()
        for number in 0..<5 {
            _ = try ledger.record(.form("person\(number)@example.org", at: "2026-10-01T08:00:00Z"))
        }
    }

    private var databases: [String] {
        [folder.home.logDatabase, folder.home.vaultDatabase, folder.home.suppressionDatabase]
    }

    @Test("where there is none, says so and makes nothing")
    func nothingThere() throws {
        let empty = try LedgerFolder()
        #expect(empty.openingError()?.code == .missing)
        #expect(!empty.home.exists)
        #expect(try empty.open().wasCreated)
    }

    @Test("a key that others may read is refused", arguments: KeyRing.Name.allCases, [0o640, 0o604, 0o660])
    func exposedKey(name: KeyRing.Name, mode: Int) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder.home.key(name))
        let error = try #require(folder.openingError())
        #expect(error.code == .key)
        #expect(error.hint.contains("chmod 600"))
    }

    @Test(
        "a key that is no key is refused, and not shown",
        arguments: ["", "abc\n", String(repeating: "g", count: 64) + "\n", String(repeating: "a", count: 64)])
    func noKey(content: String) throws {
        try folder.putBack([folder.home.key(.wrapping): Data(content.utf8)])
        let error = try #require(folder.openingError())
        #expect(error.code == .key)
        #expect(content.count < 5 || !error.description.contains(content.prefix(20)))
    }

    @Test(
        "a missing file is named",
        arguments: ["log.db", "vault.db", "suppress.db", "head", "keys/kek", "keys/log.key"])
    func missingFile(name: String) throws {
        try FileManager.default.removeItem(atPath: Path.join(folder.home.path, name))
        let error = try #require(folder.openingError())
        #expect([.missing, .key].contains(error.code))
        #expect(error.message.contains(name))
        #expect(throws: LedgerError.self, "it must never be made anew") { try folder.open(create: true) }
    }

    @Test("an older log put back is noticed")
    func olderLog() throws {
        let old = try folder.copy([folder.home.logDatabase])
        _ = try folder.open().record(.sample())
        try folder.putBack(old)
        #expect(folder.openingError()?.code == .rolledBack)
    }

    @Test("an older log that grew again in another way is noticed")
    func forkedLog() throws {
        let old = try folder.copy([folder.home.logDatabase, folder.home.vaultDatabase, folder.home.head])
        _ = try folder.open().record(.sample(.given))
        let head = try folder.copy([folder.home.head])
        try folder.putBack(old)
        let forked = try folder.open()
        _ = try forked.record(.sample(.withdrawn))
        _ = try forked.record(.sample(.refused))
        try folder.putBack(head)
        #expect(folder.openingError()?.code == .rolledBack)
    }

    @Test("another ledger's log is noticed, whatever its size", arguments: [0, 20])
    func otherLog(events: Int) throws {
        let other = try LedgerFolder(seed: 2)
        let ledger = try other.furnished()
        for number in 0..<events { _ = try ledger.record(.sample(.given, "x\(number)@example.org")) }
        let log = try other.copy([other.home.logDatabase])
        try folder.putBack([folder.home.logDatabase: #require(log.values.first)])
        #expect(folder.openingError()?.code == .rolledBack)
    }

    @Test("another ledger's head or signing key is noticed", arguments: ["head", "keys/log.key"])
    func otherFile(name: String) throws {
        let other = try LedgerFolder(seed: 2)
        _ = try other.furnished()
        let content = try Data(contentsOf: URL(filePath: Path.join(other.home.path, name)))
        try folder.putBack([Path.join(folder.home.path, name): content])
        #expect(folder.openingError()?.code == .corrupt)
    }

    @Test("an entry or a tile that was changed is noticed as soon as it touches what was signed")
    func changedTile() throws {
        try folder.edit(
            folder.home.logDatabase, "UPDATE tiles SET hashes = zeroblob(length(hashes)) WHERE level = 0")
        #expect(folder.openingError()?.code == .rolledBack)
    }

    @Test(
        "a tile that is gone, or an entry far beyond all others, is damage",
        arguments: [
            "DELETE FROM tiles", "UPDATE leaves SET position = 4611686018427387904 WHERE position = 6",
            "UPDATE leaves SET position = 9223372036854775807 WHERE position = 6",
        ])
    func tornLog(sql: String) throws {
        try folder.edit(folder.home.logDatabase, "PRAGMA foreign_keys = OFF; \(sql)")
        let code = try #require(folder.openingError()).code
        #expect([.corrupt, .rolledBack].contains(code))
    }

    @Test("a database of something else is foreign", arguments: 0..<3)
    func foreign(number: Int) throws {
        for ending in ["", "-wal", "-shm"] { try PrivateFile.remove(databases[number] + ending) }
        let other = try Connection(path: databases[number], mode: .create)
        try other.execute("CREATE TABLE songs (title TEXT)")
        #expect(folder.openingError()?.code == .foreign)
    }

    @Test("a ledger's databases cannot stand in for each other")
    func swapped() throws {
        let files = try folder.copy(databases)
        try folder.putBack([databases[1]: #require(files[databases[2]])])
        #expect(folder.openingError()?.code == .foreign)
    }

    @Test("a newer format is refused and said so", arguments: 0..<3)
    func newer(number: Int) throws {
        try folder.edit(databases[number], "PRAGMA user_version = 99")
        let error = try #require(folder.openingError())
        #expect(error.code == .newer)
        #expect(error.message.contains("99"))
    }

    @Test("a file that is no database is damaged", arguments: 0..<3, ["", "list\n1\n", "SQLite format 3"])
    func noDatabase(number: Int, content: String) throws {
        try folder.putBack([databases[number]: Data((content + String(repeating: "x", count: 8192)).utf8)])
        #expect(folder.openingError()?.code == .corrupt)
    }

    @Test("a database cut short is refused", arguments: 0..<3, [0, 100, 4096, 10_000])
    func truncated(number: Int, size: Int) throws {
        let content = try #require(try folder.copy([databases[number]])[databases[number]])
        guard size < content.count else { return }
        try folder.putBack([databases[number]: content.prefix(size)])
        let error = ledgerError {
            let findings = try folder.open(create: false).examine().findings
            #expect(findings != [])
        }
        #expect(error == nil || error?.code == .corrupt || error?.code == .rolledBack)
        if size == 0 { #expect(error?.message.hasSuffix("is empty.") == true) }
    }

    @Test(
        "no flipped byte of any database ends the process; what is signed and sealed notices it",
        arguments: 0..<3)
    func flippedBytes(number: Int) throws {
        let whole = try folder.copy(databases)
        let content = try #require(whole[databases[number]])
        var random = SeededRandom(seed: 99)
        for _ in 0..<60 {
            var damaged = content
            let place = Int.random(in: 0..<content.count, using: &random)
            damaged[place] ^= UInt8.random(in: 1...255, using: &random)
            try folder.putBack(whole.merging([databases[number]: damaged]) { $1 })
            let error = ledgerError {
                let ledger = try folder.open(create: false)
                let addresses = try (0..<5).map { try EmailAddress(parsing: "person\($0)@example.org") }
                _ = try ledger.standings(of: addresses, for: .newsletter)
                _ = try ledger.examine()
            }
            if let error { #expect(error.code != .futureTime, "byte \(place)") }
        }
    }

    @Test("a ledger below a linked folder opens")
    func linkedFolder() throws {
        let link = folder.home.path + "-link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.home.path)
        let clock = folder.clock
        let ledger = try Ledger(
            at: LedgerHome(path: link), context: LedgerContext(now: { clock.now }, random: folder.random),
            create: false)
        #expect(ledger.checkpoint.checkpoint.size == 7)
    }
}
