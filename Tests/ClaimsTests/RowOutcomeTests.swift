import Claims
import Consent
import Foundation
import Ledger
import Lists
import TestSupport
import Testing

@Suite("What becomes of a row")
struct RowOutcomeTests {
    let bench: ImportBench

    init() throws { bench = try ImportBench() }

    @Test("of an own list: a time of the person's own, and a place or a form beside it")
    func own() throws {
        let result = try bench.take(
            text: """
                email,optin_time,optin_ip
                ada@example.org,2025-04-01T10:00:00Z,192.0.2.10
                bob@example.org,2025-04-02T10:00:00Z,
                """)
        #expect(result.counts == [1, 0, 1, 0])
        #expect(result.codes == ["time-alone": 1])
        let record = try #require(try bench.history("ada@example.org").first)
        #expect(record.event.grade == .imported)
        #expect(record.event.method == .imported)
        #expect(record.event.occurredAt?.description == "2025-04-01T10:00:00Z")
        #expect(record.ip == "192.0.2.10")
        #expect(record.source == "our shop")
        let mark = try #require(record.imported)
        #expect((mark.system, mark.row, mark.file.hex) == ("our shop", 1, result.sha256))
        let evidence = try bench.ledger.evidence(of: record.rid)
        #expect(
            evidence.map { String(decoding: $0.content ?? [], as: UTF8.self) } == [
                "email,optin_time,optin_ip\nada@example.org,2025-04-01T10:00:00Z,192.0.2.10\n"
            ])
    }

    @Test(
        "is none where nobody agreed",
        arguments: [
            ("email,created_at\n", "ada@example.org,2025-04-01T10:00:00Z", "created-only"),
            ("email,newsletter\n", "ada@example.org,yes", "bare-yes"),
            ("email,opt-in\n", "ada@example.org,1", "bare-yes"),
            ("email,consent\n", "ada@example.org,true", "bare-yes"),
            ("email,status\n", "ada@example.org,active", "status-only"),
            ("email,status\n", "ada@example.org,subscribed", "status-only"),
            ("email,name\n", "ada@example.org,Ada", "no-columns"),
            ("email,optin_time,optin_ip\n", "ada@example.org,,", "no-time"),
            ("email,optin_time,optin_ip\n", "ada@example.org,,192.0.2.1", "no-time"),
            ("email,optin_time,optin_ip\n", "ada@example.org,2025-04-01T10:00:00Z,127.0.0.1", "time-alone"),
            (
                "email,linkedin_url,optin_time,optin_ip\n",
                "ada@example.org,https://www.linkedin.com/in/ada-l,,", "from-linkedin"
            ),
            (
                "Email address,Email permission status,Email update source,Source Name,Created At\n",
                "ada@example.org,Express,Account,Website form,01/13/2025 10:00 AM EST", "other-value"
            ),
            (
                "email;firstname;status;created;created_ip;activated;activated_ip\n",
                "ada@example.org;Ada;active;2024-03-02 10:00:00;;;", "empty"
            ),
        ])
    func noClaim(header: String, row: String, code: String) throws {
        let before = bench.size
        let result = try bench.take(text: header + row + "\n")
        #expect(result.counts == [0, 0, 1, 0])
        #expect(result.codes == [code: 1])
        #expect(bench.size == before, "nothing is recorded, and the log is not told")
    }

    @Test(
        "is a refusal where the claim cannot be so",
        arguments: [
            ("2031-04-01T10:00:00Z", "future-time"), ("1994-12-31T23:59:59Z", "early-time"),
            ("2025-02-30 10:00:00", "impossible-time"), ("last spring", "unreadable-time"),
            ("04/05/2025 10:00", "ambiguous-date"),
        ])
    func refused(time: String, code: String) throws {
        let result = try bench.take(text: "email,optin_time,optin_ip\nada@example.org,\(time),192.0.2.1\n")
        #expect(result.counts == [0, 0, 0, 1])
        #expect(result.codes == [code: 1])
        #expect(!result.tally.isComplete)
    }

    @Test(
        "is a refusal without an address that works",
        arguments: [
            ("", "no-address"), ("ada(at)example.org", "malformed-address"),
            ("a@b@c.org", "malformed-address"),
        ])
    func address(typed: String, code: String) throws {
        let result = try bench.take(
            text: "email,optin_time,optin_ip\n\(typed),2025-04-01T10:00:00Z,192.0.2.1\n")
        #expect(result.codes == [code: 1])
    }

    @Test("is a refusal where cells do not stand under their headers")
    func ragged() throws {
        let result = try bench.take(
            text: """
                email,optin_time,optin_ip
                ada@example.org,2025-04-01T10:00:00Z,192.0.2.1,more
                bob@example.org,2025-04-02T10:00:00Z
                """)
        #expect(result.codes == ["ragged-row": 2])
    }

    @Test("takes the order of days from the other dates of the column, or from the user")
    func dateOrder() throws {
        let ambiguous = "email,optin_time,optin_ip\nada@example.org,04/05/2025 10:00,192.0.2.1\n"
        let told = try bench.take(text: ambiguous + "bob@example.org,31/05/2025 10:00,192.0.2.2\n")
        #expect(told.counts == [2, 0, 0, 0])
        #expect(try bench.history("ada@example.org")[0].event.occurredAt?.day == "2025-05-04")
        let said = try ImportBench()
        try said.take(text: ambiguous, order: .monthFirst)
        #expect(try said.history("ada@example.org")[0].event.occurredAt?.day == "2025-04-05")
        let both = try ImportBench().take(
            text: ambiguous
                + "bob@example.org,31/05/2025 10:00,192.0.2.2\ncy@example.org,05/31/2025 10:00,192.0.2.3\n")
        #expect(both.codes == ["ambiguous-date": 1], "a column that says both decides nothing")
    }

    @Test("reconciles with the rows, whatever they hold")
    func reconciles() throws {
        let result = try bench.take(
            text: """
                email,optin_time,optin_ip,unsubscribed_at
                ada@example.org,2025-04-01T10:00:00Z,192.0.2.10,
                ADA@example.org,2025-04-01T10:00:00Z,192.0.2.10,
                bob@example.org,2025-04-02T10:00:00Z,192.0.2.11,2025-06-01T08:00:00Z
                cy@example.org,,,2025-06-02T08:00:00Z

                nobody,2025-04-03T10:00:00Z,192.0.2.12,
                """)
        #expect(result.counts == [2, 1, 1, 1])
        #expect(result.counts.reduce(0, +) == result.tally.rows)
        #expect(result.codes == ["stop-only": 1, "malformed-address": 1])
        #expect(result.tally.withdrawals.recorded == 2)
        #expect(try bench.standing("bob@example.org").state == .withdrawn, "the stop wins")
    }

    @Test("stands in the list of outcomes behind the row's own bytes")
    func outcomes() throws {
        let text =
            "email,optin_time,optin_ip\r\n\"ada@example.org\",2025-04-01T10:00:00Z,192.0.2.10\r\nbob@example.org,,\r\n"
        let out = bench.scratch.folder.path("outcomes.csv")
        try bench.take(try bench.list(text), tool: "our shop", out: out)
        #expect(
            try String(contentsOfFile: out, encoding: .utf8)
                == """
                email,optin_time,optin_ip,consentgate_row,consentgate_outcome,consentgate_code,consentgate_reason\r
                "ada@example.org",2025-04-01T10:00:00Z,192.0.2.10,1,recorded,,\r
                bob@example.org,,,2,not-a-claim,no-time,Nothing in the row says when the person signed up.\r\n
                """)
    }

    @Test("a list of no known tool needs somebody who says where it comes from")
    func unknownTool() throws {
        let path = try bench.list(
            "email,optin_time,optin_ip\nada@example.org,2025-04-01T10:00:00Z,192.0.2.1\n")
        let error = try #require(throws: ClaimsError.self) { try bench.take(path) }
        #expect(error.code == .unknownTool)
        #expect(throws: ClaimsError.self) { try bench.take(path, tool: "ada@example.org") }
        #expect(throws: ClaimsError.self) { try bench.take(path, tool: "our shop", out: path) }
        let unknown = WordingReference(parsing: "newsletter@9")
        #expect(throws: LedgerError.self) { try bench.take(path, tool: "our shop", wording: unknown) }
    }
}
