import Consent
import Files
import Gate
import Ledger
import Origins
import Policies
import Retention
import TestSupport
import Testing

@Suite("Lists of people")
struct RetainedListsTests {
    private func vet(_ bench: RetentionBench, _ name: String = "list.csv") throws {
        let path = try bench.scratch.folder.write(
            name, Array("email\nada@example.org\nbob@example.org\n".utf8))
        let request = VettingRequest(
            list: path, purpose: .newsletter, policy: try PolicyChoice.resolve(nil, home: nil))
        _ = try Vetting(request, ledger: bench.ledger, catalogue: LayoutCatalogue.shipped).run()
    }

    private func files(_ bench: RetentionBench) -> [String] {
        ScratchFolder.files(in: bench.scratch.folder.path).filter { $0.hasPrefix("list.") }
    }

    @Test("that vet wrote go after thirty days, and what it did not write stays")
    func reports() throws {
        let bench = try RetentionBench()
        try vet(bench)
        #expect(try bench.ledger.reports().count == 3)
        try bench.go(to: "2026-12-01T11:00:00Z")
        #expect(try bench.due() == [:])
        try bench.go(to: "2026-12-01T12:00:00Z")
        #expect(try bench.due() == [.reports: 3])
        let result = try bench.run()
        #expect(result.destroyed[.reports] == 3)
        #expect(files(bench) == ["list.accepted.csv", "list.certificate.json", "list.csv"])
        #expect(try bench.ledger.reports().isEmpty)
        #expect(try bench.run().record == nil)
    }

    @Test("that somebody changed or took away are left alone and forgotten")
    func changed() throws {
        let bench = try RetentionBench()
        try vet(bench)
        try bench.scratch.folder.write("list.held.csv", Array("mine\n".utf8))
        try PrivateFile.remove(bench.scratch.folder.path("list.report.html"))
        try bench.go(to: "2027-01-01T00:00:00Z")
        let result = try bench.run()
        #expect(result.destroyed[.reports] == 1)
        #expect(result.filesLeftAlone == 1)
        #expect(files(bench).contains("list.held.csv"))
        #expect(try bench.due() == [:])
    }

    @Test("that are vetted once more have their time from then on")
    func again() throws {
        let bench = try RetentionBench()
        try vet(bench)
        try bench.go(to: "2026-11-20T00:00:00Z")
        try vet(bench)
        try bench.go(to: "2026-12-10T00:00:00Z")
        #expect(try bench.due() == [:])
        try bench.go(to: "2026-12-20T00:00:00Z")
        #expect(try bench.run().destroyed[.reports] == 3)
    }

    @Test("that must not be mailed are told when they are due, and destroyed only where the policy says so")
    func suppressions() throws {
        for isChosen in [false, true] {
            let bench = try RetentionBench(retention: "{destroySuppressions: \(isChosen)}")
            try bench.ledger.suppress([EmailAddress(parsing: "ada@example.org")], scope: .everything)
            try bench.record(.objected, "bob@example.org", for: .everything)
            try bench.scratch.stop(.requestOpened, "bob@example.org")
            try bench.record(.requestOpened, "bob@example.org", for: .everything)
            try bench.go(to: "2029-10-31T00:00:00Z")
            #expect(try bench.due() == [:])
            try bench.go(to: "2029-11-02T00:00:00Z")
            #expect(try bench.due() == [.suppressions: 2])
            #expect(try bench.plan().isEmpty != isChosen)
            try bench.run()
            #expect(try bench.isSuppressed() != isChosen)
            #expect(try bench.isSuppressed("bob@example.org"), "an objection that is recorded keeps its tag")
            #expect(try bench.ledger.examine().findings.isEmpty)
        }
    }

    @Test("that must not be mailed stay 36 months at least, also if they were to be looked at before")
    func earlyReview() throws {
        let bench = try RetentionBench(retention: "{destroySuppressions: true}")
        try bench.ledger.suppress(
            [EmailAddress(parsing: "ada@example.org")], scope: .everything,
            review: Instant(parsing: "2027-01-01T00:00:00Z"))
        try bench.go(to: "2028-01-01T00:00:00Z")
        #expect(try bench.ledger.suppressions().due == 1)
        #expect(try bench.plan().isEmpty)
    }
}
