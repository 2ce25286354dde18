import Claims
import Consent
import Foundation
import Ledger
import Origins
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

    /// What puts somebody on the do-not-mail list.
    enum Way: String, CaseIterable {
        case erased, objected, added, imported
    }

    /// Ada and Eve on the do-not-mail list, and what an uploader learns of them and of Bea afterwards.
    private func answers(_ way: Way, knowingThem: Bool) throws -> [String] {
        let bench = try ImportBench()
        let path = try bench.list(Self.list)
        if knowingThem { try bench.take(path, tool: "our shop") }
        for address in ["ada@example.org", "eve@example.org"] {
            let person = try EmailAddress(parsing: address)
            switch way {
            case .erased: _ = try bench.ledger.erase([person])
            case .objected: try bench.scratch.stop(.objected, address)
            case .added: _ = try bench.ledger.suppress([person], scope: .everything)
            case .imported:
                let list = try bench.list("email\n\(address)\n", name: "\(address).csv")
                let request = SuppressionRequest(list: list, scope: .everything)
                _ = try SuppressionImport(
                    request, ledger: bench.ledger, catalogue: LayoutCatalogue.shipped
                ).run()
            }
        }
        var told: [String] = []
        for isDryRun in [true, false, false] {
            let out = isDryRun ? nil : bench.scratch.folder.path("outcomes.csv")
            let result = try bench.take(path, tool: "our shop", out: out, isDryRun: isDryRun)
            told.append("\(result.counts) \(result.codes.sorted { $0.key < $1.key })")
            told.append("\(result.tally.withdrawals) \(result.tally.objections) \(result.tally.isComplete)")
            told.append("\(result.run == nil)")
            if let out { told.append(try String(contentsOfFile: out, encoding: .utf8)) }
        }
        return told + (try bench.rules(path))
    }

    @Test("is answered alike for everybody on the do-not-mail list", arguments: [false, true])
    func alike(knowingThem: Bool) throws {
        let erased = try answers(.erased, knowingThem: knowingThem)
        #expect(erased[0].contains("do-not-mail"))
        for way in Way.allCases {
            #expect(try answers(way, knowingThem: knowingThem) == erased, "\(way.rawValue)")
        }
    }

    @Test("tells of a stop that is recorded although no more is said than that they must not be mailed")
    func stopIsKept() throws {
        let eve = try EmailAddress(parsing: "eve@example.org")
        _ = try bench.ledger.suppress([eve], scope: .everything)
        let result = try bench.take(text: Self.list)
        #expect(result.codes["do-not-mail"] == 1 && result.tally.stops == 0)
        _ = try bench.ledger.unsuppress([eve], scope: .everything, because: .mistake)
        #expect(try bench.standing("eve@example.org").state == .withdrawn)
    }

    @Test("with a complaint counts for the import after it, in whatever order its rows stand")
    func ownComplaints() throws {
        let rows = ["ada@example.org,2025-07-01T12:00:10Z,192.0.2.10,", "ada@example.org,,,complained"]
        for rows in [rows, rows.reversed()] {
            let bench = try ImportBench()
            let path = try bench.list(
                (["email,optin_time,optin_ip,status"] + rows).joined(separator: "\n") + "\n")
            let foreseen = try bench.take(path, tool: "our shop", isDryRun: true)
            let first = try bench.take(path, tool: "our shop")
            #expect(foreseen.counts == first.counts && first.codes["do-not-mail"] == nil)
            #expect(first.tally.objections.recorded == 1)
            let second = try bench.take(path, tool: "our shop")
            #expect(second.codes["do-not-mail"] == 2)
            #expect(try bench.history("ada@example.org").count == 2)
        }
    }
}
