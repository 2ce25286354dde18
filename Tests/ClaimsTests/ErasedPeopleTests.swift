import Claims
import Consent
import Foundation
import Ledger
import TestSupport
import Testing

@Suite("An old export")
struct ErasedPeopleTests {
    let bench: ImportBench

    init() throws { bench = try ImportBench() }

    private static let list = """
        email,optin_time,optin_ip,unsubscribed_at
        ada@example.org,2025-07-01T12:00:10Z,192.0.2.10,
        bea@example.org,2025-07-01T12:00:11Z,192.0.2.11,
        eve@example.org,,,2025-08-01T10:00:00Z

        """

    @Test(
        "brings nobody back who was erased, says no more of them than that they must not be mailed, and counts them"
    )
    func refuses() throws {
        let path = try bench.list(Self.list)
        #expect(try bench.take(path, tool: "our shop").counts == [2, 0, 1, 0])
        for address in ["ada@example.org", "eve@example.org"] {
            _ = try bench.ledger.erase([EmailAddress(parsing: address)])
        }
        let out = bench.scratch.folder.path("outcomes.csv")
        let foreseen = try bench.take(path, tool: "our shop", isDryRun: true)
        let result = try bench.take(path, tool: "our shop", out: out)
        for result in [foreseen, result] {
            #expect(result.counts == [0, 1, 0, 2])
            #expect(result.codes["do-not-mail"] == 2)
            #expect(result.tally.stops == 0 && !result.tally.isComplete)
        }
        #expect(result.run == nil, "nothing was recorded, and the log knows the file")
        for address in ["ada@example.org", "eve@example.org"] { #expect(try bench.history(address).isEmpty) }
        let written = try String(contentsOfFile: out, encoding: .utf8)
        #expect(written.contains("do-not-mail") && !written.contains("eras"))
        let rules = try bench.rules(path)
        #expect(rules[0] == "D02" && rules[1] != "D02" && rules[2] == "D02")
    }

    @Test("of somebody who came back counts from the day after the erasure")
    func cameBack() throws {
        let ada = try EmailAddress(parsing: "ada@example.org")
        _ = try bench.ledger.erase([ada])
        bench.scratch.clock.advance(by: 3 * 86_400)
        try bench.scratch.optIn("ada@example.org")
        #expect(try bench.take(text: Self.list).counts == [1, 0, 1, 1])
        #expect(try bench.standing("ada@example.org").state == .given)
    }
}
