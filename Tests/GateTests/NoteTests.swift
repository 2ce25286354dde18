import CanonicalJSON
import Consent
import Gate
import Policies
import TestSupport
import Testing

@Suite("What a rule finds without keeping anybody out")
struct NoteTests {
    private let list = "email,Kunde\nada@example.org,ja\nben@example.org,ja\neve@example.org,nein\n"
    private let map = ["row.customer=Kunde"]

    private func bench() throws -> Workbench {
        let bench = try Workbench()
        try bench.scratch.optIn("ada@example.org")
        return bench
    }

    @Test("is told once, with how many contacts it is about")
    func warning() throws {
        let outcome = try bench().vet(list, when: "{row.customer: true}", "warn", map: map)
        #expect(outcome.result.tally.accepted == 1)
        #expect(outcome.result.notes.map(\.rule.id) == ["OWN-1"])
        #expect(outcome.result.notes.map(\.count) == [2])
        let note = try #require(outcome.result.json["notes"]?.items?.first)
        #expect(note["rule"]?.text == "OWN-1")
        #expect(note["text"]?.text == "The reason of the test.")
        #expect(note["count"]?.number == 2)
        #expect(outcome.report.contains("Rule OWN-1: 2 of the contacts."))
    }

    @Test("and gives a basis, is told for the contacts that pass by it")
    func basis() throws {
        let outcome = try bench().vet(
            list + "ben@example.org,ja\nrow,with,more,cells\n", when: "{row.customer: true}", "accept",
            more: "basis: gives", map: map)
        #expect(outcome.rules == [3: "L01", 4: "H05", 5: "H03"])
        #expect(outcome.result.notes.map(\.count) == [2])
        // Nobody stays out by it.
        #expect(outcome.result.rulesJSON["OWN-1"] == nil)
        let samples = outcome.result.tally.samples[.accept] ?? []
        #expect(samples.map(\.basis?.id) == ["OWN-1", "OWN-1"])
    }

    @Test("of a whole list is told among the reasons alone where it keeps contacts out")
    func wholeList() throws {
        let outcome = try bench().vet(
            "email,Phone\nada@example.org,1\neve@example.org,2\n", when: "{list.excessColumns: true}",
            more: "scope: list")
        #expect(outcome.rules == [1: "OWN-1", 2: "L01"])
        #expect(outcome.result.notes.map(\.hasDecided) == [true])
        #expect(outcome.result.notes.map(\.count) == [2])
        #expect(!outcome.report.contains("Rule OWN-1: 2 of the contacts."))
    }
}
