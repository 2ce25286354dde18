import Consent
import Ledger
import Testing

@Suite("The do-not-mail list")
struct SuppressionTests {
    let folder: LedgerFolder
    let ledger: Ledger

    init() throws {
        folder = try LedgerFolder()
        ledger = try folder.furnished()
    }

    private func isSuppressed(_ address: String, for purpose: Purpose = .newsletter) throws -> Bool? {
        try ledger.standings(of: [EmailAddress(parsing: address)], for: purpose).first?.isSuppressed
    }

    @Test(
        "an objection holds for every spelling and every plus-tag of the mailbox, and for nobody else",
        arguments: [
            ("ada@example.org", true), ("ADA@Example.org", true), ("ada+news@example.org", true),
            ("ada+shop@example.org", true), ("adam@example.org", false), ("ada@example.com", false),
            ("a.da@example.org", false),
        ])
    func looseMatch(address: String, suppressed: Bool) throws {
        _ = try ledger.record(.sample(.objected, "ada+shop@example.org"))
        #expect(try isSuppressed(address) == suppressed)
    }

    @Test("an objection to one purpose leaves another, one to everything leaves none")
    func scope() throws {
        _ = try ledger.publish(LedgerFolder.wording("offers", purposes: ["offers"]))
        let offers = try #require(Purpose("offers"))
        _ = try ledger.record(.sample(.objected, "ada@example.org", for: offers))
        _ = try ledger.record(.sample(.objected, "bob@example.org", for: .everything))
        #expect(try isSuppressed("ada@example.org", for: offers) == true)
        #expect(try isSuppressed("ada@example.org") == false)
        #expect(try isSuppressed("bob@example.org", for: offers) == true)
        #expect(try isSuppressed("bob@example.org") == true)
    }

    @Test(
        "a withdrawal suppresses nobody: the mailbox may come back at once",
        arguments: [EventKind.withdrawn, .refused])
    func withdrawal(kind: EventKind) throws {
        _ = try ledger.record(.sample(kind))
        #expect(try isSuppressed("ada@example.org") == false)
    }

    @Test(
        "only an act of the person's own, of a later day, ends it",
        arguments: [
            ("2026-10-02T23:59:59Z", true, true), ("2026-10-03T00:00:00Z", true, false),
            ("2026-10-03T00:00:00Z", false, true), ("2026-09-30T00:00:00Z", true, true),
        ])
    func comingBack(time: String, hasEvidence: Bool, suppressed: Bool) throws {
        _ = try ledger.record(.sample(.objected, at: "2026-10-02T08:00:00Z"))
        folder.clock.advance(2 * 86_400)
        _ = try ledger.record(
            .sample(at: time, method: .webForm, evidence: hasEvidence ? [.text("form")] : []))
        #expect(try isSuppressed("ada@example.org") == suppressed)
    }

    @Test("an objection that became known late counts from its own day, and never shortens a later one")
    func latestDayStands() throws {
        _ = try ledger.record(.sample(.objected, at: "2026-09-20T08:00:00Z"))
        _ = try ledger.record(.sample(.objected, at: "2026-09-10T08:00:00Z"))
        _ = try ledger.record(.form(at: "2026-09-15T08:00:00Z"))
        #expect(try isSuppressed("ada@example.org") == true)
    }

    @Test("holds somebody of whom the vault knows nothing")
    func outlivesTheVault() throws {
        _ = try ledger.record(.sample(.objected))
        try folder.edit(folder.home.vaultDatabase, "DELETE FROM events")
        let standing = try #require(
            try ledger.standings(of: [EmailAddress(parsing: "ada@example.org")], for: .newsletter).first)
        #expect(standing.standing == .none)
        #expect(standing.isSuppressed)
    }
}
