import CanonicalJSON
import Consent
import Database
import Ledger
import MerkleLog
import Testing

@Suite("Erasing somebody")
struct ErasureTests {
    let folder: LedgerFolder
    let ledger: Ledger
    let ada: EmailAddress
    let bob: EmailAddress

    init() throws {
        folder = try LedgerFolder()
        ledger = try folder.furnished()
        ada = try EmailAddress(parsing: "ada@example.org")
        bob = try EmailAddress(parsing: "bob@example.org")
        _ = try ledger.publish(LedgerFolder.wording("offers", purposes: ["offers"]))
        _ = try ledger.record(.form(at: "2026-10-01T08:00:00Z"))
        _ = try ledger.record(.form("bob@example.org", at: "2026-10-01T08:00:00Z"))
        _ = try ledger.record(.form(for: #require(Purpose("offers")), at: "2026-10-01T08:30:00Z"))
        _ = try ledger.record(.sample(.withdrawn, at: "2026-10-01T09:00:00Z"))
    }

    private func tombstone(_ erasure: Erasure) throws -> Tombstone? {
        try ledger.openRecord(erasure.tombstone).flatMap { Tombstone(reading: $0.json) }
    }

    private func count(_ table: String) throws -> Int64? {
        try Connection(path: folder.home.vaultDatabase, mode: .readOnly)
            .integer("SELECT count(*) FROM \(table)")
    }

    @Test("takes their records, evidence and keys, and leaves those of others")
    func takes() throws {
        let erasure = try ledger.erase([ada])
        #expect(erasure.isDestroyed)
        #expect(try ledger.history(of: ada).isEmpty)
        #expect(try ledger.history(of: bob).count == 1)
        #expect(try count("threads") == 1)
        #expect(try count("evidence") == 1)
        #expect(try count("erasing") == 0)
        #expect(try ledger.examine().findings == [])
        #expect(try folder.open(create: false).examine().findings == [])
    }

    @Test("leaves a tombstone that names the entries in their order, and a day")
    func leavesTombstone() throws {
        let erasure = try ledger.erase([ada])
        #expect(try tombstone(erasure)?.entries == [3, 5, 6])
        let record = try #require(try ledger.openRecord(erasure.tombstone))
        #expect(record.recordedAt == at("2026-10-02T00:00:00Z"))
        #expect(record.json["at"]?.text == "2026-10-02T00:00:00Z")
        #expect(Set(record.json.members?.map(\.name) ?? []) == ["v", "type", "log", "rid", "at", "entries"])
        let signed = try Connection(path: folder.home.logDatabase, mode: .readOnly)
            .integer("SELECT signed_at FROM checkpoints WHERE size = 8")
        #expect(signed == at("2026-10-02T00:00:00Z").seconds)
    }

    @Test("puts them on the do-not-mail list by day, with the reason and a day of review")
    func suppresses() throws {
        let erasure = try ledger.erase([ada])
        #expect(erasure.reviewOn == "2029-10-02")
        let tag = try ledger.suppression(of: ada, for: .newsletter)
        #expect(tag?.since == "2026-10-02" && tag?.reason == .erased)
        let standing = try #require(try ledger.standings(of: [ada], for: .newsletter).first)
        #expect(standing.isSuppressed && standing.isErased)
        let stored = try Connection(path: folder.home.suppressionDatabase, mode: .readOnly)
            .text("SELECT group_concat(DISTINCT review_on) FROM tags")
        #expect(stored == "2029-10-02")
    }

    @Test("gives its reason also to who objected on the same day")
    func suppressesAfterObjection() throws {
        _ = try ledger.record(.sample(.objected, for: .everything))
        _ = try ledger.erase([ada])
        #expect(try ledger.suppression(of: ada, for: .newsletter)?.reason == .erased)
    }

    @Test("lets a person come back by an act of a later day")
    func comesBack() throws {
        _ = try ledger.erase([ada])
        folder.clock.advance(3 * 86_400)
        _ = try ledger.record(.form(at: "2026-10-04T08:00:00Z"))
        let standing = try #require(try ledger.standings(of: [ada], for: .newsletter).first)
        #expect(!standing.isSuppressed && !standing.isErased && standing.standing.state == .given)
        #expect(try ledger.examine().findings == [])
    }

    @Test("answers the same for somebody unknown, and for somebody erased before")
    func unknown() throws {
        let known = try ledger.erase([ada])
        let again = try ledger.erase([ada])
        let unknown = try ledger.erase([EmailAddress(parsing: "nobody@example.org")])
        for erasure in [again, unknown] {
            #expect(try tombstone(erasure)?.entries == [])
            #expect(erasure.day == known.day && erasure.isDestroyed == known.isDestroyed)
            #expect(erasure.reviewOn == known.reviewOn && erasure.addresses == known.addresses)
        }
        let nobody = try EmailAddress(parsing: "nobody@example.org")
        #expect(try ledger.standings(of: [nobody], for: .newsletter).first?.isSuppressed == true)
        #expect(try ledger.examine().findings == [])
    }

    @Test("takes many addresses under one tombstone, each once, and not too many")
    func many() throws {
        let erasure = try ledger.erase([bob, ada, bob])
        #expect(erasure.addresses == 2)
        #expect(try tombstone(erasure)?.entries == [3, 4, 5, 6])
        #expect(ledgerError { _ = try ledger.erase([]) }?.code == .invalidErasure)
        let crowd = try (0...Ledger.greatestErasure).map { try EmailAddress(parsing: "p\($0)@example.org") }
        #expect(ledgerError { _ = try ledger.erase(crowd) }?.code == .invalidErasure)
    }

    @Test("leaves every receipt of others as good as it was")
    func receipts() throws {
        let rid = try #require(try ledger.history(of: bob).first).rid
        let before = try ledger.receipt(of: rid)
        let gone = try #require(try ledger.history(of: ada).first).rid
        _ = try ledger.erase([ada])
        for receipt in [before, try ledger.receipt(of: rid)] {
            let parts = try #require(receipt.extra.flatMap { Commitment.parts(of: $0) })
            let entry = Commitment.leaf(opening: parts.opening, record: parts.record)
            #expect(throws: Never.self) { try receipt.verify(entry: entry, key: ledger.verifierKey) }
        }
        #expect(ledgerError { _ = try ledger.receipt(of: gone) }?.code == .unknownRecord)
    }

    // MARK: What must be kept

    private static let hold = Hold(until: at("2029-12-31T00:00:00Z"), basis: .legalClaims)

    @Test("restricts what must be kept until its day, and erases the rest")
    func holds() throws {
        let erasure = try ledger.erase([ada], holding: Self.hold, of: [.newsletter])
        #expect(erasure.hold == Self.hold)
        #expect(try tombstone(erasure)?.entries == [5])
        let history = try ledger.history(of: ada)
        #expect(history.map(\.event.kind) == [.given, .withdrawn, .restricted])
        #expect(
            history.last?.told
                == ["restriction.until": "2029-12-31", "restriction.basis": "17(3)(e)"])
        let standing = try #require(try ledger.standings(of: [ada], for: .newsletter).first)
        #expect(standing.isRestricted && standing.isSuppressed)
    }

    @Test("keeps a hold against a later erasure, until it is lifted or its day has come")
    func keepsHold() throws {
        _ = try ledger.erase([ada], holding: Self.hold)
        #expect(try ledger.erase([ada], holding: Self.hold).index == 10, "the same hold is told once")
        #expect(try tombstone(ledger.erase([ada]))?.entries == [])
        folder.clock.set(at("2029-12-31T00:00:00Z"))
        #expect(try tombstone(ledger.erase([ada]))?.entries.isEmpty == false)
        #expect(try ledger.history(of: ada).isEmpty)
    }

    @Test("ends a hold where the pause was lifted")
    func liftsHold() throws {
        _ = try ledger.erase([ada], holding: Self.hold)
        folder.clock.advance(60)
        _ = try ledger.record(.sample(.restrictionLifted, for: .everything))
        _ = try ledger.erase([ada])
        #expect(try ledger.history(of: ada).isEmpty)
        #expect(try ledger.examine().findings == [])
    }

    @Test("refuses a hold until a day that is over")
    func pastHold() throws {
        let past = Hold(until: at("2026-10-02T00:00:00Z"), basis: .legalDuty)
        #expect(ledgerError { _ = try ledger.erase([ada], holding: past) }?.code == .pastExpiry)
        #expect(try ledger.history(of: ada).count == 3)
        #expect(try ledger.suppression(of: ada, for: .newsletter) == nil)
    }

    // MARK: By threads

    private func threads(_ purpose: Purpose = .newsletter) throws -> [SubjectThread] {
        var threads: [SubjectThread] = []
        try ledger.forEachThread { if $0.purpose == purpose { threads.append($0) } }
        return threads
    }

    @Test("threads are given whole, with their records and holds")
    func givesThreads() throws {
        _ = try ledger.erase([ada], holding: Self.hold, of: [.newsletter])
        let threads = try threads()
        #expect(threads.map(\.events.count) == [3, 1])
        #expect(try threads.map { try ledger.records(of: $0).map(\.index) } == [[3, 6, 7], [4]])
        #expect(try threads.map { try ledger.hold(of: $0) } == [Self.hold, nil])
    }

    @Test("threads are destroyed without a word to the do-not-mail list")
    func destroysThreads() throws {
        let erasure = try #require(try ledger.destroy(threads()))
        #expect(erasure.records == 3 && erasure.isDestroyed && erasure.reviewOn == nil)
        #expect(try ledger.suppression(of: ada, for: .newsletter) == nil)
        #expect(try ledger.history(of: ada).map(\.event.purpose.id) == ["offers"])
        #expect(try ledger.examine().findings == [])
        #expect(try ledger.destroy([]) == nil)
    }

    @Test("a thread that went on since it was read is passed over")
    func passesOver() throws {
        let threads = try threads()
        _ = try ledger.record(.form(at: "2026-10-02T08:00:00Z"))
        let erasure = try #require(try ledger.destroy(threads))
        #expect(erasure.records == 1)
        #expect(try ledger.history(of: ada).count == 4)
        #expect(try ledger.history(of: bob).isEmpty)
        #expect(try ledger.destroy(threads) == nil)
    }
}
