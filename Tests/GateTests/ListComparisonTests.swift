import Consent
import Gate
import Ledger
import Origins
import TestSupport
import Testing

@Suite("A list under two policies")
struct ListComparisonTests {
    private func compare(
        _ bench: Workbench, _ list: String, _ first: String, _ second: String, showing shown: Int = 20
    ) throws -> ListComparison {
        try ListComparison(
            of: try bench.request(try bench.list(list), policy: first),
            and: try PolicyChoice.resolve(second, home: nil), showing: shown, ledger: bench.ledger,
            catalogue: try LayoutCatalogue.shipped)
    }

    private static let list =
        "email,source\nada@example.org,\nben@example.org,\neve@example.org,LinkedIn\nada@example.org,\nnobody,\n"

    @Test("shows who goes elsewhere, and by which rules")
    func moves() throws {
        let bench = try Workbench()
        try bench.scratch.optIn("ada@example.org")
        let found = try compare(bench, Self.list, "gdpr", "linkedin-only")
        #expect(found.rows == 5)
        #expect(found.first == [.accept: 1, .hold: 1, .reject: 3])
        let moved = found.changes.filter(\.isOfVerdict)
        #expect(
            moved.contains { "\($0.first)" == "reject L01" && $0.second.verdict == .accept && $0.count == 1 })
        #expect(found.movedRows == moved.reduce(0) { $0 + $1.count })
        let ben = try #require(found.examples.first { $0.number == 2 })
        #expect(ben.address == "b•••@example.org")
        #expect(ben.first.description == "reject L01")
        #expect(!found.examples.contains { $0.number == 3 })
    }

    @Test("of one policy shows no change", arguments: ["gdpr", "linkedin-only"])
    func none(policy: String) throws {
        let bench = try Workbench()
        let found = try compare(bench, Self.list, policy, policy)
        #expect(found.changes.isEmpty)
        #expect(found.examples.isEmpty)
        #expect(found.first == found.second)
        #expect(found.movedRows == 0)
    }

    @Test("agrees with a vetting by each of them")
    func agrees() throws {
        let bench = try Workbench()
        try bench.scratch.optIn("ada@example.org")
        let found = try compare(bench, Self.list, "gdpr", "linkedin-only")
        for (policy, counts) in [("gdpr", found.first), ("linkedin-only", found.second)] {
            let tally = try bench.vet(try bench.list(Self.list), policy: policy).result.tally
            #expect(tally.verdicts == counts)
        }
    }

    @Test("is the same turned around")
    func turned() throws {
        let bench = try Workbench()
        let there = try compare(bench, Self.list, "gdpr", "linkedin-only")
        let back = try compare(bench, Self.list, "linkedin-only", "gdpr")
        #expect(there.first == back.second)
        #expect(
            Set(there.changes.map { "\($0.first) \($0.second) \($0.count)" })
                == Set(back.changes.map { "\($0.second) \($0.first) \($0.count)" }))
    }

    @Test("shows no more rows than were asked for, and counts them all", arguments: [0, 1, 3])
    func bounded(shown: Int) throws {
        let bench = try Workbench()
        let rows = (0..<600).map { "p\($0)@example.org" }.joined(separator: "\n")
        let found = try compare(bench, "email\n\(rows)\n", "gdpr", "linkedin-only", showing: shown)
        #expect(found.examples.map(\.number) == (0..<shown).map { UInt64($0 + 1) })
        #expect(found.movedRows == 600)
    }

    @Test("counts an address that a later row contradicts as a vetting does")
    func contradiction() throws {
        let bench = try Workbench()
        let list = "email,source\nada@example.org,\nada@example.org,LinkedIn\n"
        let found = try compare(bench, list, "gdpr", "linkedin-only")
        #expect(found.second == [.reject: 2])
        #expect(found.rows == 2)
    }
}
