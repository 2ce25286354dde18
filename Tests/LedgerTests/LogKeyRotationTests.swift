import Consent
import Cryptography
import Files
import Foundation
import Ledger
import MerkleLog
import Testing

@Suite("Changing the key of the log")
struct LogKeyRotationTests {
    struct Stop: Error {}

    let folder: LedgerFolder

    init() throws {
        folder = try LedgerFolder()
        _ = try folder.furnished()
    }

    private func seed() throws -> [UInt8] { try PrivateFile.contents(of: folder.home.key(.log)) }

    private var keyFiles: [String] { get throws { try Folder.names(in: folder.home.keys) } }

    @Test("leads from the old key to the new one, for whoever holds either")
    func changes() throws {
        let ledger = try folder.open()
        let (old, before) = (ledger.verifierKey, ledger.checkpoint)
        let change = try ledger.rotateLogKey()
        #expect(change.from == old && change.to == ledger.verifierKey && change.to != old)
        #expect(change.checkpoint.checkpoint.size == before.checkpoint.size + 1)
        // Both keys signed the transition, and only the new one what follows.
        for key in [change.from, change.to] {
            _ = try key.verified(change.checkpoint.note, origin: ledger.origin)
        }
        _ = try ledger.record(.sample(.given, "ada@example.org"))
        let after = ledger.checkpoint.note
        #expect(throws: CheckpointError.self) { try old.verified(after, origin: ledger.origin) }
        let transitions = try ledger.keySuccession.transitions
        for trusted in [old, change.to] {
            let keys = try KeySuccession(of: trusted, through: transitions)
            #expect(keys.keys == [old, change.to])
            #expect(try keys.verified(before.note).checkpoint == before.checkpoint)
            #expect(try keys.verified(after).key == change.to)
        }
        #expect(throws: CheckpointError.self) { try KeySuccession(old).verified(after) }
    }

    @Test("what the old key signs of a larger log is refused")
    func retired() throws {
        let ledger = try folder.open()
        let stolen = try LogSigner(name: ledger.origin, seed: #require(SecretKey(hex: text(of: seed()))))
        let change = try ledger.rotateLogKey()
        let keys = try ledger.keySuccession
        for size in [change.checkpoint.checkpoint.size, change.checkpoint.checkpoint.size + 5] {
            let forged = try stolen.sign(
                Checkpoint(origin: ledger.origin, size: size, root: SHA256.digest(of: [1])))
            let error = #expect(throws: CheckpointError.self) { try keys.verified(forged.note) }
            #expect(error?.code == .keyNotInForce)
        }
    }

    private func text(of line: [UInt8]) -> String { String(decoding: line.dropLast(), as: UTF8.self) }

    @Test("the old private key is in no file any more")
    func destroyed() throws {
        let old = try seed()
        let ledger = try folder.open()
        _ = try ledger.rotateLogKey()
        #expect(try keyFiles == ["kek", "log.key", "lookup.key", "suppress.key"])
        let files = try folder.everyFile().values
        #expect(!files.contains { Data($0).range(of: Data(old.dropLast())) != nil })
        #expect(files.contains { Data($0).range(of: Data((try? seed()) ?? [])) != nil })
    }

    @Test("is done again and again, and the whole history verifies")
    func chain() throws {
        let ledger = try folder.open()
        for number in 0..<3 {
            _ = try ledger.rotateLogKey()
            _ = try ledger.record(.sample(.given, "person\(number)@example.org"))
        }
        let keys = try ledger.keySuccession
        #expect(Set(keys.keys).count == 4 && keys.newest == ledger.verifierKey)
        // From any of them the others are found.
        for key in keys.keys { #expect(try KeySuccession(of: key, through: keys.transitions) == keys) }
        #expect(try folder.open(create: false).examine().findings == [])
        let rid = try #require(try ledger.openRecords(.wordingPublished).first?.rid)
        #expect(
            try ledger.receipt(of: rid).verify(entry: entry(of: ledger.receipt(of: rid)), keys: keys).key
                == keys.newest)
    }

    private func entry(of receipt: TransparencyProof) throws -> [UInt8] {
        let parts = try #require(receipt.extra.flatMap { Commitment.parts(of: $0) })
        return Commitment.leaf(opening: parts.opening, record: parts.record)
    }

    @Test(
        "cut short at any step, the next opening finishes it or drops it",
        arguments: LogKeyChange.Step.allCases)
    func cutShort(step: LogKeyChange.Step) throws {
        let ledger = try folder.open()
        let (old, size) = (ledger.verifierKey, ledger.checkpoint.checkpoint.size)
        #expect(throws: (any Error).self) {
            try ledger.rotateLogKey(onStep: { if $0 == step { throw Stop() } })
        }
        let told = LedgerConsistency(of: folder.home, context: .system()).mismatches
        #expect(told.map(\.code).contains(.logKeyChange) && told.allSatisfy(\.settlesItself), "\(told)")
        let next = try folder.open(create: false)
        let isDone = step != .begun
        #expect((next.verifierKey != old) == isDone)
        #expect(next.checkpoint.checkpoint.size == size + (isDone ? 1 : 0))
        #expect(try keyFiles == ["kek", "log.key", "lookup.key", "suppress.key"])
        #expect(LedgerConsistency(of: folder.home, context: .system()).mismatches == [])
        _ = try next.record(.sample(.given, "new@example.org"))
        #expect(try next.examine().findings == [])
        #expect(try next.rotateLogKey().from == next.keySuccession.keys.dropLast().last)
    }

    @Test("a process that has the old key signs nothing more", arguments: LogKeyChange.Step.allCases)
    func otherProcess(step: LogKeyChange.Step) throws {
        let other = try folder.open()
        let rotating = try folder.open(create: false)
        _ = try? rotating.rotateLogKey(onStep: { if $0 == step { throw Stop() } })
        let mayGoOn = step == .begun
        #expect((ledgerError { _ = try other.record(.sample(.given, "new@example.org")) } == nil) == mayGoOn)
        let next = try folder.open(create: false)
        #expect(try next.examine().findings == [])
        #expect(try next.keySuccession.keys.count == (mayGoOn ? 1 : 2))
    }

    @Test("an older key under a newer log is refused and named")
    func olderKey() throws {
        let old = try seed()
        _ = try folder.open().rotateLogKey()
        try PrivateFile.remove(folder.home.key(.log))
        try StagedFile.replace(folder.home.key(.log), with: old, mode: 0o600, token: "test")
        #expect(folder.openingError()?.code == .key)
        let told = LedgerConsistency(of: folder.home, context: .system()).mismatches
        #expect(told.first?.problem == "keys/log.key is a key from before a change of the log's key.")
    }

    @Test("backups of before and after it are kept apart")
    func restoring() throws {
        let ledger = try folder.open()
        _ = try ledger.backUp(BackupTests.everything, to: folder.beside("all-1"))
        _ = try ledger.backUp([.keys], to: folder.beside("keys-1"))
        _ = try ledger.rotateLogKey()
        _ = try ledger.backUp(BackupTests.everything, to: folder.beside("all-2"))
        _ = try ledger.backUp([.keys], to: folder.beside("keys-2"))
        let restoration = Restoration(context: .system())
        func drill(_ all: String, _ keys: String) -> LedgerError? {
            ledgerError {
                let outcome = try restoration.drill(
                    [folder.beside(all), folder.beside(keys)], in: folder.beside(""))
                #expect(outcome.examination.findings == [])
            }
        }
        #expect(drill("all-1", "keys-1") == nil)
        #expect(drill("all-2", "keys-2") == nil)
        #expect(drill("all-1", "keys-2")?.code == .mixture)
        #expect(drill("all-2", "keys-1")?.code == .mixture)
        // What was signed here under the new key holds against a log from before it.
        let refused = ledgerError {
            _ = try restoration.restore(
                [folder.beside("all-1"), folder.beside("keys-1")], to: folder.home, replacing: true)
        }
        #expect(refused?.code == .rolledBack)
    }
}
