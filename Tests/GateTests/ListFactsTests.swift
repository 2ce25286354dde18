import Consent
import Gate
import Ledger
import Policies
import TestSupport
import Testing

@Suite("What is known of a whole list")
struct ListFactsTests {
    /// Opt-ins of one moment, evidence and all.
    private func bench(_ count: Int, sameSecond: Bool = true, keepingEvidence: Bool = true) throws
        -> Workbench
    {
        let bench = try Workbench()
        for index in 0..<count {
            var act = SubjectAct(
                .given, address: try EmailAddress(parsing: "p\(index)@example.org"), purpose: .newsletter)
            act.occurredAt = bench.scratch.clock.now.advanced(by: sameSecond ? -60 : Int64(-60 - index))
            act.wording = WordingReference(parsing: "newsletter@1")
            act.method = .webForm
            act.evidence = keepingEvidence ? [.init(bytes: [1], kind: "bin", keeping: .hashOnly)] : []
            _ = try bench.ledger.record(act)
        }
        return bench
    }

    private func rows(_ count: Int) -> String {
        "email\n" + (0..<count).map { "p\($0)@example.org\n" }.joined()
    }

    @Test("decides rows before the last one, for the list is read again")
    func coverage() throws {
        let bench = try bench(3)
        let outcome = try bench.vet(rows(4), when: "{list.coverage: {atMost: 75}}", more: "scope: list")
        #expect(outcome.result.tally.rules.count == 2)
        #expect(outcome.rules == [1: "OWN-1", 2: "OWN-1", 3: "OWN-1", 4: "L01"])
        #expect(outcome.accepted.count == "email\n".utf8.count)
        #expect(
            try bench.vet(rows(4), when: "{list.coverage: {atMost: 74}}", more: "scope: list").rules == [
                4: "L01"
            ])
    }

    @Test("counts a row only if its yes has evidence")
    func evidence() throws {
        let outcome = try bench(3, keepingEvidence: false).vet(
            rows(3), when: "{list.coverage: {atMost: 0}}", "reject", more: "scope: list")
        #expect(outcome.rules == [1: "OWN-1", 2: "OWN-1", 3: "OWN-1"])
    }

    @Test("may be asked together with what is known of a contact")
    func contact() throws {
        let outcome = try bench(3).vet(
            rows(4),
            when: "{all: [{list.coverage: {atLeast: 75}}, {record.state: given}, {row.repeated: false}]}")
        #expect(outcome.rules == [1: "OWN-1", 2: "OWN-1", 3: "OWN-1", 4: "L01"])
    }

    @Test(
        "finds yeses that share a second, from twenty on",
        arguments: [(20, true, true), (19, true, false), (25, false, false)])
    func sameSecond(count: Int, isSame: Bool, fires: Bool) throws {
        let outcome = try bench(count, sameSecond: isSame).vet(
            rows(count), when: "{list.sameSecond: {atLeast: 50}}", more: "scope: list")
        #expect(outcome.result.tally.accepted == (fires ? 0 : UInt64(count)))
    }

    @Test("does not count an address again that stands in the list twice")
    func repeated() throws {
        let twice = rows(10) + String(rows(10).dropFirst("email\n".count))
        let outcome = try bench(10).vet(
            twice, when: "{list.sameSecond: {atLeast: 1}}", "warn", more: "scope: list")
        #expect(outcome.result.notes.isEmpty)
    }

    @Test("is told at the end where it only warns")
    func warning() throws {
        let outcome = try bench(1).vet(
            rows(2), when: "{list.coverage: {atMost: 50}}", "warn", more: "scope: list")
        #expect(outcome.rules == [2: "L01"])
        #expect(outcome.result.notes.map(\.rule.id) == ["OWN-1"])
        #expect(outcome.result.notes.map(\.count) == [2])
    }

    @Test(
        "are columns that mail does not need",
        arguments: [
            ("email,Birthday", true), ("email,Geburtsdatum", true), ("email,Phone Number", true),
            ("email,Telefon", true),
            ("email,Notes", true), ("email,Profil", true), ("email,City", false), ("email", false),
        ])
    func excessColumns(header: String, isExcess: Bool) throws {
        let cells = header == "email" ? "" : ",x"
        let outcome = try bench(1).vet(
            "\(header)\np0@example.org\(cells)\n", when: "{list.excessColumns: true}", "warn",
            more: "scope: list")
        #expect(outcome.result.notes.map(\.rule.id) == (isExcess ? ["OWN-1"] : []))
        #expect(outcome.result.tally.accepted == 1)
    }
}
