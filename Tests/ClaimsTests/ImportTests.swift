import Audit
import CanonicalJSON
import Claims
import Consent
import Ledger
import TestSupport
import Testing

@Suite("An import")
struct ImportTests {
    let bench: ImportBench

    init() throws { bench = try ImportBench() }

    private static let header = "email,optin_time,optin_ip,unsubscribed_at,complained"
    private static let rows = [
        "ada@example.org,2025-04-01T10:00:00Z,192.0.2.10,,",
        "bob@example.org,2025-04-02T10:00:00Z,192.0.2.11,2025-06-01T08:00:00Z,",
        "cy@example.org,2025-04-03T10:00:00Z,192.0.2.12,yes,",
        "di@example.org,2025-04-04T10:00:00Z,192.0.2.13,,yes",
    ]

    private func text(_ rows: [String]) -> String { ([Self.header] + rows).joined(separator: "\n") + "\n" }

    /// Every record of every person, as it stands.
    private func everything() throws -> [[String]] {
        try ["ada", "bob", "cy", "di"].map { try bench.history("\($0)@example.org").map { "\($0.rid)" } }
    }

    @Test("of the same file changes nothing the second time")
    func twice() throws {
        let path = try bench.list(text(Self.rows))
        let first = try bench.take(path, tool: "our shop")
        #expect(first.counts == [4, 0, 0, 0])
        #expect(first.tally.stops == 3)
        let (size, records) = (bench.size, try everything())
        bench.scratch.clock.advance(by: 3600)
        try bench.scratch.reopen()
        let second = try bench.take(path, tool: "our shop")
        // Who complained is on the do-not-mail list now, and of them no more is said.
        #expect(second.counts == [0, 3, 0, 1])
        #expect((second.tally.withdrawals.known, second.tally.objections.known) == (2, 0))
        #expect(second.run == nil)
        #expect(bench.size == size)
        #expect(try everything() == records)
    }

    @Test("of the same claims in another export knows them")
    func reExported() throws {
        try bench.take(text: text(Self.rows))
        let size = bench.size
        let other =
            "Name,Unsubscribed at,E-Mail,Opt-in IP,Opt-in time,complained\n"
            + Self.rows.reversed().map { row in
                let cells = row.split(separator: ",", omittingEmptySubsequences: false)
                return "x,\(cells[3]),\(cells[0].uppercased()),\(cells[2]),\(cells[1]),\(cells[4])\n"
            }.joined()
        let result = try bench.take(text: other)
        #expect(result.counts == [0, 3, 0, 1])
        #expect(result.tally.withdrawals.recorded + result.tally.objections.recorded == 0)
        #expect(bench.size == size + 1, "but for the record that this file was read")
    }

    @Test("with the words that were missing records the claims with them")
    func wordingLater() throws {
        let path = try bench.list(text([Self.rows[0]]))
        try bench.take(path, tool: "our shop", wording: nil)
        #expect(try bench.rules(path) == ["C16"])
        #expect(try bench.take(path, tool: "our shop").counts == [1, 0, 0, 0])
        #expect(try bench.rules(path) == ["accept"])
    }

    @Test("that is dry tells the same and writes nothing")
    func dry() throws {
        let path = try bench.list(text(Self.rows + [Self.rows[0]]))
        let before = try bench.scratch.ledger.examine()
        let size = bench.size
        let dry = try bench.take(path, tool: "our shop", isDryRun: true)
        #expect(bench.size == size)
        #expect(try bench.scratch.ledger.examine().records == before.records)
        #expect(try everything().allSatisfy(\.isEmpty))
        let real = try bench.take(path, tool: "our shop")
        #expect(dry.counts == real.counts)
        #expect(dry.counts == [4, 1, 0, 0])
        #expect(dry.tally.withdrawals == real.tally.withdrawals)
        #expect(dry.tally.objections == real.tally.objections)
        #expect(try bench.take(path, tool: "our shop", isDryRun: true).counts == [0, 4, 0, 1])
    }

    @Test("stands in the log without a name, and in the trail")
    func openRecord() throws {
        let result = try bench.take(text: text(Self.rows))
        let record = try #require(try bench.ledger.openRecords(.listImported).first)
        #expect(record.rid == result.run)
        #expect(record["list"]?["sha256"]?.text == result.sha256)
        let counts = ["rows", "recorded", "known", "notClaims", "refused", "stops"].map { record[$0]?.number }
        #expect(counts == [4, 4, 0, 0, 0, 3])
        #expect(!record.json.canonical.contains("@example"))
        var lines: [String] = []
        try LedgerTrail(of: bench.ledger).forEachRow { lines.append($0.text) }
        #expect(
            lines.last?.contains("list-imported  newsletter  newsletter@1  from our shop, rows 4") == true)
        #expect(try bench.ledger.examine().findings == [])
    }

    @Test("under another name of the system is another import")
    func otherSystem() throws {
        let path = try bench.list(text(Self.rows))
        try bench.take(path, tool: "our shop")
        let told = try bench.ledger.openRecords(.listImported).count
        let other = try bench.take(path, tool: "our other shop")
        #expect(other.run != nil)
        #expect(try bench.ledger.openRecords(.listImported).count == told + 1)
    }

    @Test("of a list that turns out to be Windows-1252 counts each row once")
    func encoding() throws {
        var bytes = Array("email,name,optin_time,optin_ip\n".utf8)
        let name = String(repeating: "Ada ", count: 2000)
        for number in 0..<80 {
            let row =
                "p\(number)@example.org,\(name),2025-04-10T\(10 + number / 50):\(10 + number % 50):17Z,\n"
            bytes += Array(row.utf8)
        }
        bytes += Array("last@example.org,".utf8) + [0xC4] + Array("da,2025-04-01T10:00:00Z,192.0.2.9\n".utf8)
        let path = try bench.scratch.folder.write("old.csv", bytes)
        let result = try bench.take(path, tool: "our shop")
        #expect(result.tally.rows == 81)
        #expect(result.counts == [1, 0, 80, 0])
    }
}
