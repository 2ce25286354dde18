import Consent
import Ledger
import MerkleLog
import Testing

@Suite("Whoever was erased")
struct KeepingOutTests {
    let folder: LedgerFolder
    let ledger: Ledger
    let ada: EmailAddress

    /// Ada said yes, and was erased on 2 October.
    init() throws {
        folder = try LedgerFolder()
        ledger = try folder.furnished()
        ada = try EmailAddress(parsing: "ada@example.org")
        _ = try ledger.record(.form(at: "2026-10-01T08:00:00Z"))
        _ = try ledger.erase([ada])
        folder.clock.advance(3 * 86_400)
    }

    private func claim(_ kind: EventKind = .given, at time: String?) throws -> SubjectAct {
        var act = try SubjectAct.sample(kind, at: time)
        let file = try #require(ContentDigest(hex: String(repeating: "a", count: 64)))
        act.imported = ImportMark(system: "our shop", file: file, row: 1)
        return act
    }

    @Test(
        "is not recorded again with a yes of that day or an earlier one",
        arguments: ["2025-01-01T08:00:00Z", "2026-10-01T08:00:00Z", "2026-10-02T23:59:59Z"])
    func refuses(time: String) throws {
        let size = ledger.checkpoint.checkpoint.size
        let error = ledgerError { _ = try ledger.record(.form(at: time)) }
        #expect(error?.code == .doNotMail)
        #expect(error?.description.contains("eras") == false)
        #expect(try ledger.history(of: ada).isEmpty)
        #expect(ledger.checkpoint.checkpoint.size == size)
    }

    @Test("is refused with the whole batch, of which nothing is recorded")
    func refusesBatch() throws {
        let acts = [
            try SubjectAct.form("bob@example.org", at: "2026-10-01T08:00:00Z"),
            try .form(at: "2026-10-01T09:00:00Z"),
        ]
        #expect(ledgerError { _ = try ledger.record(batch: acts) }?.code == .doNotMail)
        #expect(try ledger.history(of: EmailAddress(parsing: "bob@example.org")).isEmpty)
    }

    @Test("comes back by a yes of their own from a later day")
    func comesBack() throws {
        #expect(try !ledger.record(.form(at: "2026-10-03T00:00:00Z")).wasKnown)
        #expect(try ledger.standings(of: [ada], for: .newsletter)[0].isSuppressed == false)
    }

    @Test(
        "is passed over in what a list claims",
        arguments: [
            (EventKind.given, "2026-10-01T08:00:00Z"), (.given, "2026-10-04T08:00:00Z"),
            (.withdrawn, "2026-10-04T08:00:00Z"), (.withdrawn, nil), (.objected, nil),
        ] as [(EventKind, String?)])
    func passesOver(kind: EventKind, time: String?) throws {
        let others = try SubjectAct.form("bob@example.org", at: "2026-10-01T08:00:00Z")
        let acts = [try claim(kind, at: time), others]
        #expect(try ledger.fates(of: acts) == [.keptOut, .recorded])
        #expect(try ledger.record(claims: acts) == [.keptOut, .recorded])
        #expect(try ledger.record(claims: acts) == [.keptOut, .known])
        #expect(try ledger.history(of: ada).isEmpty)
        #expect(try ledger.suppressions().groups.map(\.reason) == [.erased])
    }

    @Test("and came back is taken with what a list claims of later days, and with nothing older")
    func claimsAfterwards() throws {
        _ = try ledger.record(.form(at: "2026-10-03T08:00:00Z"))
        let acts = try [
            claim(at: "2026-10-01T08:00:00Z"), claim(at: "2026-10-04T08:00:00Z"), claim(.withdrawn, at: nil),
        ]
        #expect(try ledger.record(claims: acts) == [.keptOut, .recorded, .recorded])
    }

    @Test("stays known as erased whatever else keeps them out later")
    func sticks() throws {
        _ = try ledger.suppress([ada], scope: .everything)
        try ledger.suppress(
            batch: [SuppressionEntry(.address(ada), since: nil)], scope: .everything, since: nil, review: nil,
            keepsKnown: false)
        #expect(try ledger.record(claims: [claim(at: "2025-01-01T08:00:00Z")]) == [.keptOut])
        _ = try ledger.record(.sample(.objected, for: .everything))
        #expect(try ledger.suppression(of: ada, for: .newsletter)?.reason == .erased)
        #expect(try ledger.suppression(of: ada, for: .newsletter)?.since == "2026-10-05")
        #expect(try ledger.record(claims: [claim(at: "2025-01-01T08:00:00Z")]) == [.keptOut])
    }

    @Test("is free again when they are taken off the do-not-mail list")
    func takenOff() throws {
        _ = try ledger.unsuppress([ada], scope: .everything, because: .ownWish)
        #expect(try ledger.record(claims: [claim(at: "2025-01-01T08:00:00Z")]) == [.recorded])
    }

    @Test("and kept for claims is known still, and nothing is added")
    func held() throws {
        let bob = try EmailAddress(parsing: "bob@example.org")
        var known = try claim(at: "2026-10-01T08:00:00Z")
        known.address = bob
        var other = try claim(at: "2026-10-01T09:00:00Z")
        other.address = bob
        #expect(try ledger.record(claims: [known]) == [.recorded])
        _ = try ledger.erase([bob], holding: Hold(until: at("2029-12-31T00:00:00Z"), basis: .legalClaims))
        #expect(try ledger.record(claims: [known, other]) == [.known, .keptOut])
    }
}
