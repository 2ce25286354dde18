import CanonicalJSON
import Consent
import Gate
import Ledger
import TestSupport
import Testing

@Suite("The findings of a row that stays out")
struct RowFindingsTests {
    @Test("are all rules that fired, the decisive one first, with the facts that decided it")
    func columns() throws {
        let bench = try Workbench()
        try bench.scratch.optIn("ada@example.org", evidence: nil)
        let outcome = try bench.vet(
            try bench.list("email,name\nada@example.org,Ada,surplus\ninfo@example.org,x,y\n"))
        let held = try #require(outcome.held.first)
        let findings = held.findings.split(separator: " ")
        #expect(findings.first == "L03")
        #expect(findings.dropFirst().contains("H09"))
        #expect(held.facts == "record.state=given record.evidence=none")
        let rejected = try #require(outcome.rejected.first)
        #expect(rejected.findings.split(separator: " ").first == "L01")
        #expect(rejected.findings.contains("H09"))
        #expect(rejected.facts == "record.state=none")
    }

    @Test("of a row whose address stood before say so")
    func repeated() throws {
        let bench = try Workbench()
        try bench.scratch.optIn("ada@example.org")
        let outcome = try bench.vet(try bench.list("email\nada@example.org\nada@example.org\n"))
        #expect(outcome.held.map { $0.findings.split(separator: " ").first } == ["H05"])
        #expect(outcome.held.map(\.facts) == ["row.repeated=true"])
    }

    @Test(
        "of a row that another one decided begin with that rule, and tell no facts of it",
        arguments: [
            "email,source\nada@example.org,\nada@example.org,LinkedIn\n",
            "email,source\nada@example.org,LinkedIn\nada@example.org,\n",
        ])
    func byOtherRow(list: String) throws {
        let bench = try Workbench()
        let outcome = try bench.vet(try bench.list(list), policy: "linkedin-only")
        let other = try #require(outcome.rejected.first { $0.reason.contains("Another row") })
        #expect(other.findings.split(separator: " ").first == "S01")
        #expect(other.facts == "")
        let own = try #require(outcome.rejected.first { !$0.reason.contains("Another row") })
        #expect(own.facts == "row.linkedin=true record.explicit=false")
    }

    @Test("of several addresses in a cell are those of the one that decided")
    func byOneAddress() throws {
        let bench = try Workbench()
        try bench.scratch.optIn("ada@example.org")
        try bench.scratch.optIn("ben@example.org")
        try bench.scratch.stop(.withdrawn, "ben@example.org")
        let outcome = try bench.vet(try bench.list("email\n\"ada@example.org, ben@example.org\"\n"))
        #expect(outcome.rejected.map(\.rule) == ["D01"])
        #expect(outcome.rejected.first?.findings.split(separator: " ").first == "D01")
        #expect(outcome.rejected.map(\.facts) == ["record.state=withdrawn"])
    }

    @Test("stand in the page and in the answer by what each rule asks for")
    func asked() throws {
        let bench = try Workbench()
        let outcome = try bench.vet(try bench.list("email\nada@example.org\n"))
        #expect(outcome.report.contains("It asks for: <code title="))
        #expect(outcome.report.contains(">record.state</code>"))
        let asked = outcome.result.json["ruleFacts"]?["L01"]?.items ?? []
        #expect(asked.compactMap(\.text).contains("record.state"))
    }
}
