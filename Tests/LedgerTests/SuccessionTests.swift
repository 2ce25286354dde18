import Consent
import Files
import Foundation
import Ledger
import MerkleLog
import Testing

@Suite("A log that succeeds another")
struct SuccessionTests {
    let old: LedgerFolder
    let new: LedgerFolder
    let head: SignedNote
    let key: VerifierKey

    init() throws {
        (old, new) = (try LedgerFolder(seed: 1), try LedgerFolder(seed: 2))
        let ledger = try old.furnished()
        _ = try ledger.record(.sample(.objected, "ada@example.org"))
        (head, key) = (ledger.checkpoint.note, ledger.verifierKey)
    }

    private func begin(_ origin: String = "example.org/second", inheriting: Bool = true) throws -> Ledger {
        let clock = new.clock
        return try Ledger(
            at: new.home, context: LedgerContext(now: { clock.now }, random: new.random), create: true,
            origin: origin, inheriting: inheriting ? LedgerInheritance(from: old.home) : nil)
    }

    @Test("names the old one and its last checkpoint in the first entry")
    func succeeds() throws {
        let ledger = try begin()
        let predecessor = try Predecessor(head, key: key)
        try ledger.succeed(predecessor)
        try ledger.succeed(predecessor)
        #expect(try ledger.openRecords().map(\.kind) == [.logSucceeded])
        #expect(try ledger.predecessor == predecessor)
        #expect(try ledger.predecessor?.checkpoint.origin == "example.org/consent")
        #expect(ledger.origin == "example.org/second" && ledger.verifierKey != key)
        #expect(try ledger.examine().findings == [])
    }

    @Test("keeps off whoever was on the do-not-mail list, and knows nobody else")
    func inherits() throws {
        let ledger = try begin()
        let ada = try EmailAddress(parsing: "ada@example.org")
        #expect(try ledger.suppression(of: ada, for: .newsletter) != nil)
        #expect(try ledger.history(of: ada).isEmpty)
        #expect(LedgerConsistency(of: new.home, context: .system()).mismatches == [])
    }

    @Test("has another name, and is new")
    func refuses() throws {
        let same = try begin("example.org/consent")
        #expect(ledgerError { try same.succeed(Predecessor(head, key: key)) }?.code == .invalidSuccession)
        try FileManager.default.removeItem(atPath: new.home.path)
        let other = try begin()
        if let controller = Controller(name: "Example GmbH") { try other.name(controller) }
        #expect(ledgerError { try other.succeed(Predecessor(head, key: key)) }?.code == .invalidSuccession)
    }

    @Test("believes no checkpoint that the key did not sign")
    func checks() throws {
        let ledger = try begin()
        #expect(throws: CheckpointError.self) { try Predecessor(head, key: ledger.verifierKey) }
        #expect(try Predecessor(head, key: nil).key == nil)
    }

    @Test("takes over no list whose key is another")
    func mixture() throws {
        try PrivateFile.remove(old.home.key(.suppression))
        try StagedFile.replace(
            old.home.key(.suppression), with: Array((String(repeating: "11", count: 32) + "\n").utf8),
            mode: 0o600, token: "test")
        #expect(ledgerError { _ = try begin() }?.code == .mixture)
    }
}
