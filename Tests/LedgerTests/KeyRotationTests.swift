import Consent
import Database
import Files
import Foundation
import Ledger
import MerkleLog
import Testing

@Suite("Changing the key of the vault")
struct KeyRotationTests {
    let folder: LedgerFolder

    /// 1,203 threads, so that more than one batch is needed.
    init() throws {
        folder = try LedgerFolder()
        let ledger = try folder.furnished()
        for number in 0..<3 {
            _ = try ledger.record(.form("person\(number)@example.org", at: "2026-10-01T08:00:00Z"))
        }
        _ = try ledger.record(batch: try (0..<1200).map { try .sample(.given, "x\($0)@example.org") })
    }

    private func kek() throws -> [UInt8] { try PrivateFile.contents(of: folder.home.key(.wrapping)) }

    private func wrapped() throws -> [[UInt8]] {
        let vault = try Connection(path: folder.home.vaultDatabase, mode: .readOnly)
        let statement = try vault.prepare("SELECT wrapped_key FROM threads ORDER BY id")
        var keys: [[UInt8]] = []
        while try statement.step() { keys.append(statement.bytes(0)) }
        return keys
    }

    @Test("wraps every thread anew, and leaves all records and receipts as they were")
    func changes() throws {
        let ledger = try folder.open()
        let ada = try EmailAddress(parsing: "person1@example.org")
        let rid = try #require(try ledger.history(of: ada).first?.rid)
        let receipt = try ledger.receipt(of: rid).serialized
        let (oldKey, oldRows) = (try kek(), try wrapped())
        var seen: [UInt64] = []
        let change = try ledger.rotateWrappingKey(onProgress: { done, _ in seen.append(done) })
        #expect(change.threads == 1203 && !change.wasBegun && change.isDestroyed)
        #expect(seen == [1000, 1203])
        #expect(try kek() != oldKey)
        #expect(Set(try wrapped()).isDisjoint(with: oldRows))
        #expect(try ledger.receipt(of: rid).serialized == receipt)
        #expect(try ledger.record(.sample(.withdrawn, "person1@example.org")).index == 1205)
        #expect(try folder.open(create: false).examine().findings == [])
        let files = try folder.everyFile()
        for old in oldRows.prefix(20) {
            #expect(
                !files.values.contains { Data($0).range(of: Data(old)) != nil },
                "not even in the write-ahead log")
        }
    }

    static let steps: [WrappingKeyChange.Step] = [.begun, .rewrapped(1000), .rewrapped(1203), .finished]

    @Test(
        "cut short at any step, everything can be read and written, and the next call finishes",
        arguments: steps)
    func cutShort(step: WrappingKeyChange.Step) throws {
        struct Stop: Error {}
        let before = try kek()
        #expect(throws: (any Error).self) {
            try folder.open().rotateWrappingKey(onStep: { if $0 == step { throw Stop() } })
        }
        #expect(try kek() == before)
        let ledger = try folder.open(create: false)
        #expect(ledger.isKeyChangeUnfinished)
        #expect(try ledger.examine().findings == [])
        _ = try ledger.record(.sample(.given, "new@example.org"))
        #expect(ledgerError { _ = try ledger.backUp([.vault], to: folder.beside("vault")) }?.code == .key)
        let change = try ledger.rotateWrappingKey()
        #expect(change.wasBegun && change.threads == 1204)
        #expect(!ledger.isKeyChangeUnfinished)
        #expect(try folder.open(create: false).examine().findings == [])
    }

    @Test("a process that has the old key reads on, and writes nothing under it")
    func otherProcess() throws {
        let other = try folder.open()
        _ = try folder.open(create: false).rotateWrappingKey()
        let ada = try EmailAddress(parsing: "person1@example.org")
        #expect(try other.history(of: ada).count == 1)
        let error = ledgerError { _ = try other.record(.sample(.given, "new@example.org")) }
        #expect(error?.message.contains("another key") == true)
        #expect(try folder.open(create: false).history(of: ada).count == 1)
    }

    @Test("a row that opens under no key stops the change, and both keys stay")
    func damaged() throws {
        try folder.edit(
            folder.home.vaultDatabase, "UPDATE threads SET wrapped_key = zeroblob(60) WHERE id = 1100")
        let before = try kek()
        #expect(ledgerError { _ = try folder.open().rotateWrappingKey() }?.code == .corrupt)
        #expect(try kek() == before)
        let ada = try EmailAddress(parsing: "person1@example.org")
        #expect(try folder.open(create: false).history(of: ada).count == 1)
    }
}
