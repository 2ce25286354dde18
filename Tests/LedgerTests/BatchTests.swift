import CanonicalJSON
import Consent
import Ledger
import MerkleLog
import Testing

@Suite("Many acts at once")
struct BatchTests {
    let folder: LedgerFolder
    let ledger: Ledger
    let ada: EmailAddress

    init() throws {
        folder = try LedgerFolder()
        ledger = try folder.furnished()
        ada = try EmailAddress(parsing: "ada@example.org")
    }

    private func mark(_ row: UInt64 = 1, file: Character = "a", system: String = "Mailchimp") throws
        -> ImportMark
    {
        let digest = try #require(ContentDigest(hex: String(repeating: file, count: 64)))
        return ImportMark(system: system, file: digest, row: row)
    }

    private func claim(
        _ kind: EventKind = .given, _ address: String = "ada@example.org",
        at time: String? = "2025-05-01T08:00:00Z",
        row: UInt64 = 1, file: Character = "a", system: String = "Mailchimp"
    ) throws -> SubjectAct {
        var act = try SubjectAct.sample(kind, address, at: time, evidence: [.text("row \(row) of \(file)")])
        act.imported = try mark(row, file: file, system: system)
        return act
    }

    @Test("are recorded as they would be one by one")
    func likeOneByOne() throws {
        let acts: [SubjectAct] = try [
            .form(at: "2026-10-01T08:00:00Z"), .sample(.withdrawn), .sample(.withdrawn), .sample(.given),
            .sample(.objected, "bob@example.org"), .form(at: "2026-10-01T08:00:00Z"),
            .sample(.objected, "bob@example.org"),
        ]
        let other = try LedgerFolder()
        let single = try other.furnished()
        let alone = try acts.map { try single.record($0) }
        let together = try ledger.record(batch: acts)
        #expect(together.map(\.wasKnown) == [false, false, true, false, false, true, true])
        #expect(together.map(\.wasKnown) == alone.map(\.wasKnown))
        #expect(together.map(\.index) == alone.map(\.index))
        #expect(together.map(\.grade) == alone.map(\.grade))
        let kinds = try ledger.history(of: ada).map(\.event.kind)
        #expect(kinds == [.given, .withdrawn, .given])
        #expect(try single.history(of: ada).map(\.event.kind) == kinds)
        #expect(try ledger.examine().findings == [])
        #expect(try folder.open(create: false).examine().records == 4)
    }

    @Test("are one checkpoint, each record naming the one before")
    func oneCheckpoint() throws {
        let acts = try (0..<300).map { number in
            try SubjectAct.form(
                "p\(number % 150)@example.org", at: "2026-09-\(10 + number % 7)T08:00:0\(number / 150)Z")
        }
        let events = try ledger.record(batch: acts)
        #expect(events.map(\.index) == Array(2..<302))
        #expect(ledger.checkpoint.checkpoint.size == 302)
        let history = try ledger.history(of: EmailAddress(parsing: "p7@example.org"))
        #expect(history.count == 2)
        #expect(history.last?.json["prev"]?.text == history.first?.rid.description)
        #expect(try ledger.examine().findings == [])
    }

    @Test("are none at all where one of them cannot be")
    func allOrNothing() throws {
        let acts = try [claim(), claim(at: "2031-01-01T00:00:00Z")]
        #expect(ledgerError { _ = try ledger.record(batch: acts) }?.code == .futureTime)
        #expect(try ledger.history(of: ada).isEmpty)
        #expect(try ledger.record(batch: []).isEmpty)
        #expect(ledger.checkpoint.checkpoint.size == 2)
    }

    @Test("that were killed between vault and log are dropped, all of them, and told again")
    func halfWritten() throws {
        let folder = try LedgerFolder()
        _ = try folder.furnished()
        let before = try folder.copy([folder.home.logDatabase, folder.home.head])
        let acts = try (0..<50).map { try claim(.given, "p\($0)@example.org", row: UInt64($0 + 1)) }
        _ = try folder.open(create: false).record(batch: acts)
        try folder.putBack(before)
        try folder.edit(
            folder.home.vaultDatabase, "UPDATE progress SET settled = 0, records = 0")
        let ledger = try folder.open(create: false)
        #expect(try ledger.examine().records == 0)
        #expect(try ledger.record(batch: acts).allSatisfy { !$0.wasKnown })
        #expect(try folder.open(create: false).record(batch: acts).allSatisfy(\.wasKnown))
        #expect(try ledger.examine().findings == [])
    }

    @Test("that reached the log before they were marked are kept, all of them")
    func reachedTheLog() throws {
        let folder = try LedgerFolder()
        let acts = try (0..<50).map { try claim(.given, "p\($0)@example.org", row: UInt64($0 + 1)) }
        _ = try folder.furnished().record(batch: acts)
        try folder.edit(
            folder.home.vaultDatabase, "UPDATE progress SET settled = 0, records = 0")
        let again = try folder.open(create: false)
        #expect(try again.record(batch: acts).allSatisfy(\.wasKnown))
        #expect(try again.examine().findings == [])
    }

    @Test("an imported act says so for ever, and is of no higher grade", arguments: EventKind.ofActs)
    func marked(kind: EventKind) throws {
        var act = try claim(kind, row: 12)
        act.method = .doubleOptIn
        act.imported?.form = "footer"
        act.imported?.claimedAt = at("2025-05-01T08:00:00Z")
        act.imported?.confirmedAt = at("2025-05-01T08:05:00Z")
        act.imported?.confirmedIP = "192.0.2.1"
        act.imported?.timeRemarks = ["no-zone"]
        #expect(try ledger.record(act).grade == .imported)
        let record = try #require(try folder.open(create: false).history(of: ada).first)
        #expect(record.imported == act.imported)
        #expect((record.event.grade, record.event.method) == (.imported, .imported))
        #expect(record.json["import"]?["row"]?.number == 12)
        #expect(try ledger.examine().findings == [])
    }

    @Test("what was told directly has no mark")
    func unmarked() throws {
        _ = try ledger.record(.sample())
        let record = try #require(try ledger.history(of: ada).first)
        #expect(record.imported == nil)
        #expect(record.json["import"] == nil)
    }

    @Test("the same claim is known out of another file and row, and not of another system or time")
    func sameClaim() throws {
        _ = try ledger.record(claim())
        #expect(try ledger.record(claim(row: 9, file: "b")).wasKnown)
        #expect(try !ledger.record(claim(system: "Brevo")).wasKnown)
        #expect(try !ledger.record(claim(at: "2025-05-01T08:00:01Z")).wasKnown)
        #expect(try ledger.fates(of: [claim(), claim(at: "2025-05-02T08:00:00Z")]) == [.known, .recorded])
        #expect(try ledger.history(of: ada).count == 3)
    }

    @Test("a stop without a time is the same in any file until the person came back")
    func undatedStop() throws {
        _ = try ledger.record(claim(.withdrawn, at: nil))
        #expect(try ledger.record(claim(.withdrawn, at: nil, file: "b")).wasKnown)
        folder.clock.advance(86_400)
        _ = try ledger.record(.form(at: "2026-10-03T00:00:00Z"))
        #expect(try ledger.record(claim(.withdrawn, at: nil)).wasKnown)
        #expect(try ledger.standing(of: ada, for: .newsletter).state == .given)
        #expect(try !ledger.record(claim(.withdrawn, at: nil, file: "c")).wasKnown)
        #expect(try ledger.standing(of: ada, for: .newsletter).state == .withdrawn)
        #expect(try ledger.record(claim(.withdrawn, at: nil, file: "c")).wasKnown)
    }
}
