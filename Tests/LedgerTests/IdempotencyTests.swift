import Consent
import Ledger
import Testing

@Suite("The same act told twice")
struct IdempotencyTests {
    let folder: LedgerFolder
    let ledger: Ledger
    let ada: EmailAddress

    init() throws {
        folder = try LedgerFolder()
        ledger = try folder.furnished()
        ada = try EmailAddress(parsing: "ada@example.org")
    }

    @Test("is answered with the first event and not appended", arguments: EventKind.ofActs)
    func twice(kind: EventKind) throws {
        let act = try SubjectAct.sample(kind, at: "2026-10-01T08:00:00Z", evidence: [.text("shown")])
        let first = try ledger.record(act)
        folder.clock.advance(3600)
        let second = try folder.open().record(act)
        #expect(second.wasKnown)
        #expect(second.rid == first.rid)
        #expect(second.index == first.index)
        #expect(second.recordedAt == first.recordedAt)
        #expect(second.grade == first.grade)
        #expect(try ledger.history(of: ada).count == 1)
    }

    @Test("is known by the address in its normal form")
    func normalForm() throws {
        _ = try ledger.record(.sample(.given, "ada@example.org", at: "2026-10-01T08:00:00Z"))
        #expect(try ledger.record(.sample(.given, " Ada@Example.ORG", at: "2026-10-01T08:00:00Z")).wasKnown)
    }

    static let changes: [@Sendable (inout SubjectAct) throws -> Void] = [
        { $0.occurredAt = at("2026-10-01T08:00:01Z") }, { $0.occurredAt = nil }, { $0.method = .phone },
        { $0.wording = WordingReference(id: "newsletter", version: 1) }, { $0.source = "a list" },
        { $0.ip = "192.0.2.7" }, { $0.reason = "asked" }, { $0.evidence = [.text("other")] },
        { $0.evidence = [.text("shown", keeping: .hashOnly)] }, { $0.kind = .refused },
        { $0.address = try EmailAddress(parsing: "ada+news@example.org") },
        { $0.told = ["expiresAt": "2027-01-01T00:00:00Z"] }, { $0.kind = .complained },
    ]

    @Test("is another act when anything that was told differs", arguments: changes.indices)
    func anyDifference(number: Int) throws {
        var act = try SubjectAct.sample(
            at: "2026-10-01T08:00:00Z", method: .webForm, evidence: [.text("shown")])
        _ = try ledger.record(act)
        try Self.changes[number](&act)
        #expect(try !ledger.record(act).wasKnown)
    }

    @Test("without a time is the same only while nothing else happened")
    func undated() throws {
        let (yes, no) = (try SubjectAct.sample(.given, method: .phone), try SubjectAct.sample(.withdrawn))
        #expect(try !ledger.record(yes).wasKnown)
        #expect(try ledger.record(yes).wasKnown)
        #expect(try !ledger.record(no).wasKnown)
        #expect(try ledger.record(no).wasKnown)
        #expect(try !ledger.record(yes).wasKnown)
        #expect(try ledger.record(yes).wasKnown)
        #expect(try !ledger.record(no).wasKnown)
        #expect(try ledger.history(of: ada).map(\.event.kind) == [.given, .withdrawn, .given, .withdrawn])
    }

    @Test(
        "a second withdrawal without a time ends a return",
        arguments: [EventKind.withdrawn, .refused, .objected])
    func secondStop(kind: EventKind) throws {
        _ = try ledger.record(.sample(kind))
        folder.clock.advance(10 * 86_400)
        _ = try ledger.record(.form(at: "2026-10-10T08:00:00Z"))
        #expect(try ledger.standing(of: ada, for: .newsletter).state == .given)
        folder.clock.advance(86_400)
        #expect(try !ledger.record(.sample(kind)).wasKnown)
        #expect(try ledger.standing(of: ada, for: .newsletter).state != .given)
    }

    @Test("a second objection to all mail ends a return for one purpose")
    func secondObjectionToEverything() throws {
        _ = try ledger.record(.sample(.objected, for: .everything))
        folder.clock.advance(10 * 86_400)
        _ = try ledger.record(.form(at: "2026-10-10T08:00:00Z"))
        #expect(try ledger.standing(of: ada, for: .newsletter).state == .given)
        folder.clock.advance(86_400)
        #expect(try !ledger.record(.sample(.objected, for: .everything)).wasKnown)
        #expect(try ledger.standing(of: ada, for: .newsletter).state == .objected)
        #expect(try ledger.standings(of: [ada], for: .newsletter).first?.isSuppressed == true)
    }

    @Test("what happened for another purpose does not make it another act")
    func otherPurpose() throws {
        _ = try ledger.publish(LedgerFolder.wording("offers", purposes: ["offers"]))
        let offers = try #require(Purpose("offers"))
        _ = try ledger.record(.sample(.given))
        _ = try ledger.record(.sample(.withdrawn, for: offers))
        #expect(try ledger.record(.sample(.given)).wasKnown)
    }
}
