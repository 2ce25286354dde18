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
        var touched = try scratch.ledger.touchedSubjects()
        for (address, row, verdict, rules) in rows {
            try touched.note(scratch.ledger.lookupKey(of: address), row: row, verdict: verdict, rules: rules)
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

    @Test("holds nothing of somebody who was erased since their row was judged")
    func erasedMeanwhile() throws {
        var touched = try scratch.ledger.touchedSubjects()
        let key = scratch.ledger.lookupKey(of: ada)
        try touched.note(key, row: 1, verdict: .accept, rules: [])
        _ = try scratch.ledger.erase([ada])
        _ = try scratch.ledger.append(vetting: [.init("purpose", "newsletter")], touching: touched)
        #expect(try scratch.ledger.vettings(of: ada).isEmpty)
        try scratch.reopen()
        #expect(try scratch.ledger.vettings(of: ada).isEmpty)
    }

    @Test("finds everybody of a long list, also somebody who stands there often, and erases them alone")
    func manyNotes() throws {
        let bob = try EmailAddress(parsing: "bob@example.org")
        try scratch.optIn("bob@example.org")
        let others = try (0..<700).map { try EmailAddress(parsing: "p\($0)@example.org") }
        var rows: [(EmailAddress, UInt64, Verdict, [String])] = []
        for (number, other) in others.enumerated() {
            rows.append((other, UInt64(number + 1), number % 2 == 0 ? .accept : .hold, ["R\(number % 5)"]))
        }
        // Enough to fill some parts from end to end.
        for number in 701...1300 { rows.append((ada, UInt64(number), .reject, ["D01"])) }
        rows.append((bob, 1301, .accept, []))
        let run = try vet(rows.shuffled()).rid
        for _ in 0..<2 {
            #expect(try scratch.ledger.vettings(of: ada).map(\.row.row) == Array(701...1300))
            #expect(try scratch.ledger.vettings(of: bob).map(\.row.row) == [1301])
            for (number, other) in others.enumerated() {
                let found = try scratch.ledger.vettings(of: other).map(\.row)
                #expect(found.map(\.row) == [UInt64(number + 1)])
                #expect(found.map(\.verdict) == [number % 2 == 0 ? .accept : .hold])
                #expect(found.map(\.rules) == [["R\(number % 5)"]])
            }
            try scratch.reopen()
        }
        var accepted = 0
        try scratch.ledger.forEachAccepted(in: run) { _, _ in accepted += 1 }
        #expect(accepted == 351)
        _ = try scratch.ledger.erase([ada])
        #expect(try scratch.ledger.vettings(of: ada).isEmpty)
        #expect(try scratch.ledger.vettings(of: bob).map(\.row.row) == [1301])
        #expect(try others.allSatisfy { try scratch.ledger.vettings(of: $0).count == 1 })
    }
}
