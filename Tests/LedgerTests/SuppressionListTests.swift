import Consent
import Ledger
import Testing

@Suite("The do-not-mail list by hand")
struct SuppressionListTests {
    let folder: LedgerFolder
    let ledger: Ledger
    let ada: EmailAddress

    init() throws {
        folder = try LedgerFolder()
        ledger = try folder.furnished()
        ada = try EmailAddress(parsing: "ada@example.org")
    }

    private func isSuppressed(_ address: String) throws -> Bool? {
        try ledger.standings(of: [EmailAddress(parsing: address)], for: .newsletter).first?.isSuppressed
    }

    @Test(
        "holds for the mailbox, however it is spelled",
        arguments: [
            ("a.da@gmail.com", "ada@googlemail.com", true), ("ada@gmail.com", "a.d.a+x@gmail.com", true),
            ("ada@example.org", "a.da@example.org", false), ("ada+x@example.org", "ada@example.org", true),
        ])
    func looseMatch(added: String, typed: String, suppressed: Bool) throws {
        try ledger.suppress([EmailAddress(parsing: added)], scope: .everything)
        #expect(try isSuppressed(typed) == suppressed)
    }

    @Test("tells the log how many, the day and nothing else")
    func openRecord() throws {
        let added = try ledger.suppress([ada], scope: .newsletter, since: at("2026-09-01T00:00:00Z"))
        let removed = try ledger.unsuppress([ada], scope: .newsletter, because: .ownWish)
        let text = String(decoding: added.record, as: UTF8.self)
        #expect(text.contains(#""suppression":{"change":"added","count":1,"scope":"newsletter"}"#))
        #expect(text.contains(#""at":"2026-10-02T00:00:00Z""#))
        #expect(!text.contains("ada"))
        #expect(String(decoding: removed.record, as: UTF8.self).contains(#""reason":"own-wish""#))
    }

    @Test("forgets an address by every spelling and kind, and says the same of somebody unknown")
    func removal() throws {
        try ledger.suppress([ada], scope: .everything)
        try ledger.suppress([ada], scope: .newsletter)
        try ledger.unsuppress([ada], scope: .newsletter, because: .mistake)
        #expect(try isSuppressed("ada@example.org") == true, "they are on it for all mail, too")
        let known = try ledger.unsuppress([ada], scope: .everything, because: .ownWish)
        #expect(try isSuppressed("ada@example.org") == false)
        #expect(try isSuppressed("ada+news@example.org") == false)
        #expect(try ledger.suppressions().count == 0)
        let unknown = try ledger.unsuppress(
            [EmailAddress(parsing: "eve@example.org")], scope: .everything, because: .ownWish)
        #expect(known["suppression"] == unknown["suppression"])
    }

    @Test("keeps the tag of a recorded objection, which only a later yes lifts")
    func objectionStays() throws {
        _ = try ledger.record(.sample(.objected, at: "2026-09-20T08:00:00Z"))
        try ledger.unsuppress([ada], scope: .everything, because: .ownWish)
        #expect(try isSuppressed("ada@example.org") == true)
        #expect(try ledger.examine().findings.isEmpty)
        _ = try ledger.record(.form(at: "2026-09-25T08:00:00Z"))
        #expect(try isSuppressed("ada@example.org") == false)
    }

    @Test("is counted by scope, reason, kind and month")
    func summary() throws {
        _ = try ledger.record(.sample(.objected, "bob@example.org", for: .everything))
        try ledger.suppress(
            [ada, EmailAddress(parsing: "a.da@gmail.com")], scope: .newsletter,
            since: at("2026-08-31T00:00:00Z"))
        let groups = try ledger.suppressions().groups
        #expect(groups.map(\.scope) == [.everything, .newsletter])
        #expect(groups.map(\.reason) == [.objected, .added])
        #expect(groups.map(\.month) == ["2026-10", "2026-08"])
        #expect(groups.map(\.count) == [1, 2])
        #expect(try ledger.suppressions().reviews.map(\.month) == ["2029-08", "2029-10"])
    }

    @Test("is due after 36 months or on the day that was told, until somebody looked")
    func reviews() throws {
        try ledger.suppress([ada], scope: .everything, review: at("2026-12-01T00:00:00Z"))
        try ledger.suppress([EmailAddress(parsing: "bob@example.org")], scope: .everything)
        #expect(try ledger.reviewSuppressions() == nil)
        folder.clock.set(at("2026-12-01T10:00:00Z"))
        #expect(try ledger.suppressions().due == 1)
        #expect(try ledger.reviewSuppressions() == 1)
        #expect(try ledger.suppressions().due == 0)
        folder.clock.set(at("2029-10-02T00:00:00Z"))
        #expect(try ledger.suppressions().due == 1)
        folder.clock.set(at("2029-12-01T00:00:00Z"))
        #expect(try ledger.suppressions().due == 2)
        #expect(try isSuppressed("ada@example.org") == true, "who is due is kept out all the same")
    }

    @Test("takes no day to come as a beginning, and no past one for a review")
    func days() throws {
        let coming = ledgerError {
            try ledger.suppress([ada], scope: .everything, since: at("2027-01-01T00:00:00Z"))
        }
        #expect(coming?.code == .futureTime)
        let past = ledgerError {
            try ledger.suppress([ada], scope: .everything, review: at("2026-01-01T00:00:00Z"))
        }
        #expect(past?.code == .pastExpiry)
        let unknown = ledgerError { try ledger.suppress([ada], scope: #require(Purpose("offers"))) }
        #expect(unknown?.code == .unknownPurpose)
        #expect(try ledger.suppressions().count == 0)
    }
}
