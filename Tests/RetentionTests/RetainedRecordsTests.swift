import CanonicalJSON
import Consent
import Ledger
import Policies
import Retention
import TestSupport
import Testing

@Suite("What is recorded of people")
struct RetainedRecordsTests {
    @Test("as a wish that nobody confirmed goes after seven days")
    func unconfirmed() throws {
        let bench = try RetentionBench()
        try bench.record(.requested)
        try bench.record(.requested, "bob@example.org")
        try bench.scratch.optIn("bob@example.org")
        try bench.go(to: "2026-11-08T11:59:59Z")
        #expect(try bench.due() == [:])
        #expect(try bench.plan()[.unconfirmed]?.later == ["2026-11": 1])
        try bench.go(to: "2026-11-08T12:00:00Z")
        #expect(try bench.due() == [.unconfirmed: 1])
        let result = try bench.run()
        #expect(result.records == 1)
        #expect(result.isDestroyed)
        #expect(try bench.records() == 0)
        #expect(try bench.records("bob@example.org") == 2)
        #expect(try !bench.isSuppressed(), "whose wish is forgotten may wish again")
        #expect(try bench.ledger.examine().findings.isEmpty)
    }

    @Test("goes 36 months after the end of the year of the last event")
    func proof() throws {
        let bench = try RetentionBench()
        try bench.scratch.optIn("ada@example.org")
        try bench.record(.withdrawn)
        try bench.go(to: "2029-12-31T23:59:59Z")
        #expect(try bench.due() == [:])
        try bench.go(to: "2030-01-01T00:00:00Z")
        #expect(try bench.due() == [.proof: 1])
        try bench.run()
        #expect(try bench.records() == 0)
    }

    @Test("goes after the policy's own time")
    func ownTime() throws {
        let bench = try RetentionBench(retention: "{proof: 12 months, proofFromYearEnd: false}")
        try bench.record(.refused)
        try bench.go(to: "2027-11-01T12:00:00Z")
        #expect(try bench.due() == [.proof: 1])
    }

    @Test("stays while a yes stands, however old")
    func inUse() throws {
        let bench = try RetentionBench()
        try bench.scratch.optIn("ada@example.org")
        try bench.go(to: "2099-01-01T00:00:00Z")
        let plan = try bench.plan()
        #expect(plan.isEmpty)
        #expect(plan.stays == [.inUse: 1])
        #expect(try bench.run().record == nil)
        #expect(try bench.records() == 1)
    }

    @Test(
        "stays while the person waits for an answer, or its use is paused",
        arguments: [
            (EventKind.requestOpened, EventKind.requestClosed, RetentionPlan.Stay.openRequest),
            (.restricted, .restrictionLifted, .restricted),
        ])
    func waiting(opening: EventKind, closing: EventKind, stay: RetentionPlan.Stay) throws {
        let bench = try RetentionBench()
        try bench.record(.withdrawn)
        bench.scratch.clock.advance(by: 60)
        try bench.record(opening)
        try bench.go(to: "2040-01-01T00:00:00Z")
        #expect(try bench.plan().stays == [stay: 1])
        try bench.record(closing)
        #expect(try bench.due() == [:], "the end of it is an event, too")
        try bench.go(to: "2044-01-01T00:00:00Z")
        #expect(try bench.due() == [.proof: 1])
    }

    @Test("and was kept against an erasure goes on the day that was told, unless they came back")
    func holdOver() throws {
        let bench = try RetentionBench()
        for name in ["ada", "bob"] { try bench.scratch.optIn("\(name)@example.org") }
        let people = try ["ada", "bob"].map { try EmailAddress(parsing: "\($0)@example.org") }
        let until = try Instant(parsing: "2027-06-01T00:00:00Z")
        _ = try bench.ledger.erase(people, holding: Hold(until: until, basis: .legalClaims))
        try bench.go(to: "2027-05-31T23:00:00Z")
        #expect(try bench.due() == [:])
        try bench.scratch.optIn("bob@example.org")
        try bench.go(to: "2027-06-01T00:00:00Z")
        #expect(try bench.due() == [.holdOver: 1])
        try bench.run()
        #expect(try bench.records() == 0)
        #expect(try bench.records("bob@example.org") > 0)
        #expect(try bench.isSuppressed(), "erasure put them on the do-not-mail list, and that stays")
    }

    @Test("as an objection to all mail stays as long as a yes that it stands against")
    func objection() throws {
        let bench = try RetentionBench()
        try bench.scratch.optIn("ada@example.org")
        try bench.record(.objected, for: .everything)
        try bench.record(.restricted)
        try bench.go(to: "2031-01-01T00:00:00Z")
        #expect(try bench.plan().stays == [.restricted: 1, .stopsYes: 1])
        try bench.record(.restrictionLifted)
        try bench.go(to: "2035-01-01T00:00:00Z")
        #expect(try bench.due()[.proof] == 2, "both are over, and go together")
        try bench.run()
        #expect(try bench.records() == 0)
        #expect(try bench.isSuppressed())
        #expect(try bench.ledger.examine().findings.isEmpty)
    }

    @Test("is passed over when something happened after the plan")
    func changed() throws {
        let bench = try RetentionBench()
        try bench.record(.requested)
        try bench.go(to: "2026-12-01T00:00:00Z")
        let plan = try bench.plan()
        try bench.scratch.optIn("ada@example.org")
        let result = try RetentionRun(plan, ledger: bench.ledger).run()
        #expect(result.records == 0)
        #expect(result.destroyed[.unconfirmed] == nil)
        #expect(try bench.records() == 2)
    }

    @Test("is told in the log by counts and the policy, and names nobody")
    func openRecord() throws {
        let bench = try RetentionBench()
        try bench.record(.requested)
        try bench.go(to: "2026-12-01T10:00:00Z")
        let plan = try bench.plan()
        #expect(plan[.unconfirmed]?.entries == [2])
        try bench.run()
        let record = try #require(try bench.ledger.openRecords(.retentionRun).last)
        #expect(record["retention"]?["destroyed"]?["unconfirmed"]?.number == 1)
        #expect(record["retention"]?["policy"]?["id"]?.text == "ours")
        #expect(record.recordedAt.description == "2026-12-01T00:00:00Z")
        #expect(!String(decoding: record.record, as: UTF8.self).contains("@"))
    }
}
