import Audit
import CanonicalJSON
import Consent
import Files
import Ledger
import TestSupport
import Testing

@Suite("Whom a vetting touched")
struct TouchedSubjectsTests {
    let scratch: ScratchLedger
    let ada: EmailAddress
    let stranger: EmailAddress

    init() throws {
        scratch = try ScratchLedger()
        ada = try EmailAddress(parsing: "ada@example.org")
        stranger = try EmailAddress(parsing: "eve@example.com")
        try scratch.optIn("ada@example.org")
    }

    private func vet(_ rows: [(EmailAddress, UInt64, Verdict, [String])]) throws -> OpenRecord {
        var touched = TouchedSubjects()
        for (address, row, verdict, rules) in rows {
            touched.note(scratch.ledger.lookupKey(of: address), row: row, verdict: verdict, rules: rules)
        }
        return try scratch.ledger.append(
            vetting: [
                .init("purpose", "newsletter"), .init("rows", 9),
                .init("policy", ["id": "gdpr", "sha256": "0"]), .init("list", ["sha256": "1"]),
            ], touching: touched)
    }

    @Test("is told in the order of the log, with row, verdict and rules")
    func told() throws {
        let first = try vet([(ada, 7, .hold, ["H05", "W02"]), (ada, 2, .accept, [])])
        let second = try vet([(ada, 1, .reject, ["D01"])])
        let found = try scratch.ledger.vettings(of: ada)
        #expect(found.map(\.record.rid) == [first.rid, first.rid, second.rid])
        #expect(found.map(\.row.row) == [2, 7, 1])
        #expect(found.map(\.row.verdict) == [.accept, .hold, .reject])
        #expect(found.map(\.row.rules) == [[], ["H05", "W02"], ["D01"]])
        try scratch.reopen()
        #expect(try scratch.ledger.vettings(of: ada).count == 3)
    }

    @Test("holds nothing of strangers, not even where somebody noted them")
    func strangers() throws {
        _ = try vet([(stranger, 1, .reject, ["L01"])])
        #expect(try scratch.ledger.vettings(of: stranger).isEmpty)
        try scratch.optIn("eve@example.com")
        #expect(try scratch.ledger.vettings(of: stranger).isEmpty)
    }
}
