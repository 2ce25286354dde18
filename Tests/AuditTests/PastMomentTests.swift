import Audit
import CanonicalJSON
import Consent
import Files
import Ledger
import TestSupport
import Testing

@Suite("The past by either clock")
struct PastMomentTests {
    private static let day: Int64 = 86_400
    let scratch: ScratchLedger
    let ada: EmailAddress
    /// The first day; the yes is of this day.
    let start: Instant

    /// A person who said yes, withdrew on day 10, which was recorded on day 12.
    init() throws {
        scratch = try ScratchLedger()
        ada = try EmailAddress(parsing: "ada@example.org")
        start = scratch.clock.now
        try scratch.optIn("ada@example.org")
        try scratch.ledger.adopt(policy: "first", sha256: Self.digest("1"), files: [("first.yaml", "1")])
        scratch.clock.advance(by: 12 * Self.day)
        var act = SubjectAct(.withdrawn, address: ada, purpose: .newsletter)
        act.occurredAt = start.advanced(by: 10 * Self.day)
        _ = try scratch.ledger.record(act)
        scratch.clock.advance(by: Self.day)
        try scratch.ledger.adopt(policy: "second", sha256: Self.digest("2"), files: [("second.yaml", "2")])
        try scratch.ledger.declare(["sending.oneClick": "true"], for: .newsletter)
        scratch.clock.advance(by: Self.day)
    }

    private static func digest(_ digit: String) -> String { String(repeating: digit, count: 64) }

    private func asOf(_ number: Int, _ clock: AsOf.Clock) -> AsOf {
        AsOf(start.advanced(by: Int64(number) * Self.day), by: clock)
    }

    @Test(
        "has two answers for the days between happening and learning",
        arguments: [
            (9, AsOf.Clock.recorded, ConsentState.given), (9, .occurred, .given),
            (11, .recorded, .given), (11, .occurred, .withdrawn),
            (13, .recorded, .withdrawn), (13, .occurred, .withdrawn),
            (-1, .recorded, .none), (-1, .occurred, .none),
        ])
    func state(number: Int, clock: AsOf.Clock, state: ConsentState) throws {
        let asOf = asOf(number, clock)
        let standing = try scratch.ledger.standings(of: [ada], for: .newsletter, asOf: asOf)
        #expect(standing.map(\.standing.state) == [state])
        var notes = DossierNotes()
        notes.asOf = asOf
        let json = try SubjectDossier(of: ada, in: scratch.ledger, notes: notes).json
        #expect(json["states"]?.items?.first?["state"]?.text ?? "none" == state.rawValue)
        #expect(json["asOf"]?["clock"]?.text == clock.rawValue)
    }

    @Test("has the policy, the controller and the declarations that stood then")
    func openRecords() throws {
        let ledger = scratch.ledger
        func policy(_ number: Int64) throws -> String? {
            try ledger.adoptedPolicy(at: start.advanced(by: number * Self.day))?.id
        }
        #expect(try [policy(-1), policy(1), policy(12), policy(13)] == [nil, "first", "first", "second"])
        let before = try ledger.openKnowledge(asOf: asOf(12, .recorded))
        #expect(before.declarations(for: .newsletter).isEmpty)
        #expect(before.controller?.name == "Example GmbH")
        let after = try ledger.openKnowledge(asOf: asOf(13, .recorded))
        #expect(after.declarations(for: .newsletter)["sending.oneClick"]?.value == "true")
        let long = try ledger.openKnowledge(asOf: asOf(-1, .recorded))
        #expect(long.controller == nil && long.wordings.isEmpty)
        #expect(try ledger.openKnowledge(asOf: asOf(-1, .occurred)).wordings.count == 1)
    }
}
