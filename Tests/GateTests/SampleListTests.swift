import Consent
import Gate
import TestSupport
import Testing

@Suite("The sample lists at the gate")
struct SampleListTests {
    /// Lists that are no tables with a header yet.
    static let others: Set<String> = [
        "apple_contacts_linkedin.vcf", "dirt_unbalanced_quote.csv",
    ]
    static let tables = Sample.all.filter { !others.contains($0.name) }
    static let linkedIn = Sample.all.filter {
        $0.columns["linkedin_scope(whole/some/none)"] == "whole" && $0.linkedInRows.count == $0.rows
    }

    @Test(
        "every row that a file proves to come from LinkedIn is rejected as such, and no other",
        arguments: tables)
    func origins(sample: Sample) throws {
        let bench = try Workbench()
        let outcome = try bench.vet(sample.path)
        let tally = outcome.result.tally
        #expect(tally.accepted == 0)
        #expect(tally.rows == tally.accepted + tally.held + tally.rejected)
        let asLinkedIn = Set(outcome.rejected.filter { $0.rule == "S01" }.map(\.number))
        #expect(asLinkedIn == sample.linkedInRows)
        #expect(Int(tally.rows) == sample.rows)
    }

    @Test("there are samples to run", arguments: [(tables.count, 52), (linkedIn.count, 20)])
    func present(count: Int, atLeast: Int) { #expect(count >= atLeast) }

    @Test(
        "the policy that looks at LinkedIn alone lets everybody else with an address pass", arguments: tables)
    func linkedInOnly(sample: Sample) throws {
        let bench = try Workbench()
        let outcome = try bench.vet(sample.path, policy: "linkedin-only")
        #expect(Set(outcome.rejected.filter { $0.rule == "S01" }.map(\.number)) == sample.linkedInRows)
        // Gathered addresses and address books are what no policy lets pass without an opt-in.
        let allowed = ["H03", "H06", "H09", "S07", "S14"]
        for row in outcome.held + outcome.rejected where !sample.linkedInRows.contains(row.number) {
            #expect(allowed.contains(row.rule), "row \(row.number): \(row.rule)")
        }
    }

    @Test("a connection with an opt-in of their own passes, and after a withdrawal does not")
    func withConsent() throws {
        let bench = try Workbench()
        let sample = try #require(Sample.named("tricky_linkedin_with_consent_ledger.csv"))
        let people = ["orla.quimbly@example.com", "tarek.vossberg@example.org", "ilse.mondrath@example.net"]
        for person in people { try bench.scratch.optIn(person) }
        let before = try bench.vet(sample.path).result.tally
        #expect((before.accepted, before.held, before.rejected) == (3, 0, 3))
        bench.scratch.clock.advance(by: 60)
        try bench.scratch.stop(.withdrawn, people[1])
        let after = try bench.vet(sample.path)
        #expect((after.result.tally.accepted, after.result.tally.rejected) == (2, 4))
        #expect(after.rules[2] == "D01")
    }

    /// Bare addresses get a header on their way in, which does not stand in the list.
    static let written = tables.filter { $0.name != "mailman_postorius_member_export.csv" }

    @Test("accepted rows stand byte for byte as they came in", arguments: written)
    func bytes(sample: Sample) throws {
        let bench = try Workbench()
        let outcome = try bench.vet(sample.path, policy: "linkedin-only")
        let input = try sample.bytes
        // The byte order mark stands before the preamble, which newsletter tools would take for the header.
        let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE]]
        let mark = marks.first { input.starts(with: $0) } ?? []
        #expect(outcome.accepted.starts(with: mark))
        let output = outcome.accepted.dropFirst(mark.count)
        // Every line of the output is a run of bytes of the input, in its order.
        var position = input.startIndex
        for line in output.split(separator: 0x0A, omittingEmptySubsequences: true) {
            guard let found = input[position...].firstRange(of: line) else {
                Issue.record("a line of the accepted list does not stand in the list")
                return
            }
            position = found.upperBound
        }
    }

    @Test("no page shows an address whole", arguments: tables)
    func reports(sample: Sample) throws {
        let bench = try Workbench()
        try bench.scratch.optIn("orla.quimbly@example.com")
        let report = try bench.vet(sample.path).report
        #expect(report.hasPrefix("<!DOCTYPE html>"))
        #expect(!report.contains("quimbly@"))
        #expect(!report.contains("vossberg@"))
        for reach in ["http://", "https://", "<script", "src=", "url("] { #expect(!report.contains(reach)) }
    }

    @Test("an unclosed quote swallows no row: its line is told, and its row is held")
    func unbalanced() throws {
        let bench = try Workbench()
        for name in ["orla.quimbly@example.com", "ilse.mondrath@example.net", "bram.okolind@example.com"] {
            try bench.scratch.optIn(name)
        }
        let sample = try #require(Sample.named("dirt_unbalanced_quote.csv"))
        let outcome = try bench.vet(sample.path)
        #expect(outcome.result.tally.rows == 4)
        #expect(outcome.rules[1] == nil)
        #expect(outcome.rules[3] == "H09")
        #expect(outcome.rules[4] == nil, "the row after the damage is read by itself")
        let warning = outcome.result.warnings.first { $0.code == "unclosed-quotes" }
        #expect(warning?.text.contains("line 4") == true)
    }
}
