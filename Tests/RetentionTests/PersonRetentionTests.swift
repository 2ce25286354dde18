import Consent
import Ledger
import Policies
import Retention
import TestSupport
import Testing

@Suite("How long what is kept of one person is kept")
struct PersonRetentionTests {
    private let ada: EmailAddress

    init() throws { ada = try EmailAddress(parsing: "ada@example.org") }

    private func items(_ bench: RetentionBench) throws -> [KeptItem] {
        try PersonRetention(bench.policy, in: bench.ledger).items(of: ada)
    }

    @Test("is told by class, from when, how long and until which day")
    func tells() throws {
        let bench = try RetentionBench()
        try bench.scratch.optIn("ada@example.org")
        var item = try #require(try items(bench).first)
        #expect(item.kind == .inUse && item.until == nil && item.span?.words == "36 months")
        try bench.record(.withdrawn)
        item = try #require(try items(bench).first)
        #expect(item.kind == .proof && item.isByYear)
        #expect(item.from?.day == "2026-11-01" && item.until?.day == "2030-01-01")
    }

    @Test("follows the policy, not the default")
    func followsPolicy() throws {
        let bench = try RetentionBench(
            retention: "{proof: 12 months, proofFromYearEnd: false, destroySuppressions: true}")
        try bench.record(.refused)
        _ = try bench.ledger.suppress([ada], scope: .everything)
        let items = try items(bench)
        #expect(items.map(\.kind) == [.proof, .suppression])
        #expect(items[0].until?.day == "2027-11-01" && !items[0].isByYear)
        #expect(items[1].until?.day == "2029-11-01")
    }

    @Test("is the day on which the plan destroys it, and not a moment earlier")
    func agreesWithPlan() throws {
        for kind in [EventKind.requested, .withdrawn, .refused] {
            let bench = try RetentionBench()
            try bench.record(kind)
            let until = try #require(try items(bench).first?.until)
            try bench.go(to: until.advanced(by: -1).description)
            #expect(try bench.plan().isEmpty)
            try bench.go(to: until.description)
            #expect(try !bench.plan().isEmpty)
        }
    }

    @Test("has a look, a pause, a question and a stop against all mail in it")
    func othersKeep() throws {
        let bench = try RetentionBench()
        try bench.scratch.optIn("ada@example.org")
        try bench.record(.objected, for: .everything)
        #expect(try items(bench).map(\.kind) == [.proof, .stopsYes, .suppression])
        try bench.record(.restricted)
        #expect(try items(bench).first?.kind == .restricted)
        try bench.record(.restrictionLifted)
        try bench.record(.requestOpened, for: .everything)
        #expect(try items(bench).first?.kind == .openRequest)
    }

    @Test("does not grow longer because somebody looked")
    func looksChangeNothing() throws {
        let bench = try RetentionBench()
        try bench.record(.requested)
        let before = try #require(try items(bench).first?.until)
        try bench.go(to: "2026-11-04T12:00:00Z")
        try bench.record(.dossierMade, for: .everything)
        #expect(try items(bench).first?.until == before)
    }
}
