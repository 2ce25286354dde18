import Consent
import Ledger
import Testing

@Suite("Standings, with what is recorded beside a yes and a stop")
struct CircumstancesStandingTests {
    let folder: LedgerFolder
    let ledger: Ledger
    let ada: EmailAddress

    init() throws {
        folder = try LedgerFolder(seed: 77)
        ledger = try folder.furnished()
        ada = try EmailAddress(parsing: "ada@example.org")
        _ = try ledger.record(.form(at: "2026-10-01T08:00:00Z"))
    }

    private func known(asOf: Instant? = nil) throws -> SubjectStanding {
        try #require(try ledger.standings(of: [ada], for: .newsletter, asOf: asOf.map { AsOf($0) }).first)
    }

    @Test(
        "tell each kind, leave the yes as it is, and verify",
        arguments: [EventKind.requested, .complained, .bounced, .withdrawn])
    func moments(kind: EventKind) throws {
        func moment() throws -> Instant? {
            let known = try known()
            return switch kind {
            case .requested: known.requestedAt
            case .complained: known.complainedAt
            case .bounced: known.bouncedAt
            default: known.lastStopAt
            }
        }
        #expect(try moment() == nil)
        _ = try ledger.record(.sample(kind, at: "2026-10-01T09:00:00Z"))
        #expect(try moment() == at("2026-10-01T09:00:00Z"))
        #expect(try known().standing.state == (kind == .withdrawn ? .withdrawn : .given))
        #expect(try ledger.examine().findings == [])
    }

    @Test("a pause of all mail reaches each purpose, and its end lifts it")
    func pause() throws {
        _ = try ledger.record(.sample(.restricted, for: .everything))
        #expect(try known().isRestricted)
        folder.clock.advance(60)
        _ = try ledger.record(.sample(.restrictionLifted, for: .everything))
        #expect(try !known().isRestricted)
        folder.clock.advance(60)
        _ = try ledger.record(.sample(.restricted, for: .everything))
        #expect(try known().isRestricted, "the second pause is no repetition of the first")
    }

    @Test("a request is open until it is answered")
    func request() throws {
        _ = try ledger.record(.sample(.requestOpened))
        #expect(try known().hasOpenRequest)
        folder.clock.advance(60)
        _ = try ledger.record(.sample(.requestClosed))
        #expect(try !known().hasOpenRequest)
    }

    @Test("the last stop is told, also where a later yes lifted it")
    func lastStop() throws {
        _ = try ledger.record(.sample(.withdrawn, at: "2026-10-01T09:00:00Z"))
        _ = try ledger.record(.form(at: "2026-10-02T08:00:00Z"))
        #expect(try known().standing.isReturn)
        #expect(try known().lastStopAt == at("2026-10-01T09:00:00Z"))
        #expect(try !known().isContradicted)
    }

    @Test("a yes and a stop of one moment contradict each other")
    func contradicted() throws {
        _ = try ledger.record(.sample(.withdrawn, at: "2026-10-01T08:00:00Z"))
        #expect(try known().isContradicted)
    }

    @Test("a file that shows another's act, too, is told; one of the same person is not")
    func sharedEvidence() throws {
        #expect(try known().isEvidenceShared == false)
        var second = try SubjectAct.form(at: "2026-10-01T08:00:00Z")
        second.method = .paperForm
        _ = try ledger.record(second)
        #expect(try known().isEvidenceShared == false)
        folder.clock.advance(60)
        _ = try ledger.record(.form("bob@example.org", at: "2026-10-01T08:00:00Z"))
        #expect(try known().isEvidenceShared == true)
        #expect(try known(asOf: folder.clock.now.advanced(by: -30)).isEvidenceShared == false)
        #expect(
            try ledger.standings(of: [.init(parsing: "bob@example.org")], for: .newsletter).first?
                .isEvidenceShared == true)
        _ = try ledger.record(.sample(.given, "eve@example.org", method: .phone))
        let eve = try ledger.standings(of: [.init(parsing: "eve@example.org")], for: .newsletter).first
        #expect(eve?.standing.state == .given && eve?.isEvidenceShared == nil)
    }

    @Test("an objection that was learnt later is passed over, and one known then is not")
    func suppressedAsOf() throws {
        let before = folder.clock.now
        folder.clock.advance(3600)
        _ = try ledger.record(.sample(.objected, at: "2026-10-01T23:00:00Z"))
        #expect(try known().isSuppressed)
        #expect(try !known(asOf: before).isSuppressed)
        #expect(try known(asOf: before).standing.state == .given)
        #expect(try known(asOf: folder.clock.now).isSuppressed)
        folder.clock.advance(40 * 86_400)
        _ = try ledger.record(.sample(.objected, at: "2026-11-10T08:00:00Z"))
        #expect(try known(asOf: folder.clock.now.advanced(by: -86_400)).isSuppressed)
    }

    @Test("nothing of it is known of somebody else")
    func unknown() throws {
        for kind in EventKind.ofActs { _ = try ledger.record(.sample(kind)) }
        let nobody = try ledger.standings(of: [.init(parsing: "nobody@example.org")], for: .newsletter)
        #expect(nobody.first?.standing == Standing.none)
        #expect(nobody.first?.circumstances == Circumstances.none)
    }
}
