import Consent
import Gate
import TestSupport
import Testing

@Suite("Cells of addresses at the gate")
struct AddressCellVettingTests {
    @Test("a cell that was mended passes with its record, and comes out as it went in")
    func mended() throws {
        let bench = try Workbench()
        try bench.scratch.optIn("ada@example.org")
        let list = "name;email\nAda;Ada <mailto:ada@example.org>\nBen;\"ben@example.org;\"\n"
        let outcome = try bench.vet(try bench.list(list))
        #expect(
            String(decoding: outcome.accepted, as: UTF8.self)
                == "name;email\nAda;Ada <mailto:ada@example.org>\n")
        #expect(outcome.rejected.map(\.repairs) == ["empty-places"])
        let warnings = outcome.result.warnings.filter { $0.code == "addresses-repaired" }
        #expect(warnings.map(\.count) == [1, 1, 1])
        #expect(
            warnings.first?.text
                == "Addresses stood in the form Name <address> and were read as the address. First in row 1. "
                + "The cells were not changed.")
        #expect(outcome.result.tally.repairs[.emptyPlaces]?.firstRow == 2)
        #expect(outcome.report.contains("Name &lt;address&gt;"))
    }

    @Test(
        "several addresses pass only together",
        arguments: [
            ("ada@example.org, ben@example.org", nil, ""),
            (
                "ada@example.org, eve@example.org", "L01",
                "Another address in the same cell decided (number 2 of 2)"
            ),
            (
                "eve@example.org, ada@example.org", "L01",
                "This holds for the first of 2 addresses in the cell"
            ),
            ("ada@example.org, cy@example.org, eve@example.org", "D01", "(number 2 of 3)"),
            ("ada@example.org, eve(at)example.org", "H03", "There is no working e-mail address in this row."),
            ("eve@example.org, eva@example.org", "L01", ""),
        ] as [(String, String?, String)])
    func together(cell: String, rule: String?, reason: String) throws {
        let bench = try Workbench()
        for name in ["ada", "ben", "cy"] { try bench.scratch.optIn("\(name)@example.org") }
        bench.scratch.clock.advance(by: 60)
        try bench.scratch.stop(.withdrawn, "cy@example.org")
        let outcome = try bench.vet(try bench.list("email,name\n\"\(cell)\",Somebody\n"))
        #expect(outcome.rules[1] == rule)
        #expect(outcome.result.tally.rows == 1)
        let row = (outcome.held + outcome.rejected).first
        #expect(reason.isEmpty || row?.reason.contains(reason) == true)
        #expect(row?.reason.contains("example") != true)
    }

    @Test(
        "each address of a cell counts once in a list",
        arguments: [
            // The second row repeats one address of the first, which passed.
            ("\"a@x.org, b@x.org\",", "b@x.org,", [2: "H05"]),
            // What an earlier row kept out for another address may pass by itself.
            ("\"a@x.org, eve@x.org\",", "a@x.org,", [1: "L01"]),
            ("a@x.org,", "\"b@x.org, a@x.org\",", [2: "H05"]),
        ] as [(String, String, [Int: String])])
    func once(first: String, second: String, rules: [Int: String]) throws {
        let bench = try Workbench()
        for name in ["a", "b"] { try bench.scratch.optIn("\(name)@x.org") }
        let outcome = try bench.vet(try bench.list("email,name\n\(first)A\n\(second)B\n"))
        #expect(outcome.rules == rules)
    }

    @Test("a no of a later row reaches every cell that holds the address")
    func contradiction() throws {
        let bench = try Workbench()
        let list = """
            email,source
            "a@x.org; b@x.org",
            "b@x.org; c@x.org",
            c@x.org,
            a@x.org,LinkedIn

            """
        let outcome = try bench.vet(try bench.list(list), policy: "linkedin-only")
        #expect(outcome.rules == [1: "S01", 4: "S01"])
        let reason = try #require(outcome.rejected.first?.reason)
        #expect(reason.contains("Another row of this list"))
        #expect(reason.contains("the first of 2 addresses in the cell"))
    }

    @Test("a malformed cell says what is wrong with it, and never what stands there")
    func malformed() throws {
        let bench = try Workbench()
        let outcome = try bench.vet(
            try bench.list("email,name\njane(at)example.org,J\nj\u{430}ne@example.org,J\n"))
        #expect(outcome.rules == [1: "H03", 2: "H03"])
        #expect(outcome.rejected.first?.reason.hasSuffix("The address has no @.") == true)
        #expect(outcome.rejected.last?.reason.hasSuffix("alphabets that look alike.") == true)
    }

    @Test("the damaged cells of the sample are read or refused as they should be")
    func sample() throws {
        let bench = try Workbench()
        let sample = try #require(Sample.named("dirt_email_cells.csv"))
        let outcome = try bench.vet(sample.path, policy: "linkedin-only")
        #expect(outcome.rules == [8: "H03", 12: "H03", 13: "H03", 14: "H03", 15: "H03", 16: "H03"])
        #expect(outcome.result.tally.accepted == 11)
    }
}
