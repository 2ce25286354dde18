import Claims
import Consent
import Ledger
import TestSupport
import Testing

@Suite("Stops that a list tells of")
struct StopTests {
    let bench: ImportBench

    init() throws { bench = try ImportBench() }

    private static let header = "first_name,email,created_at,status,tags,source_name\n"

    @Test(
        "are taken for what they are",
        arguments: [
            ("cancelled", ConsentState.withdrawn, false), ("bounced", .withdrawn, false),
            ("complained", .objected, true), ("active", .none, false),
        ])
    func states(status: String, state: ConsentState, isSuppressed: Bool) throws {
        let result = try bench.take(
            text: Self.header + "Ada,ada@example.org,2025-09-10T11:12:13Z,\(status),,\n", tool: nil)
        #expect(try bench.standing("ada@example.org").state == state)
        let address = try EmailAddress(parsing: "ada@example.org")
        #expect(
            try bench.ledger.standings(of: [address], for: .newsletter)[0].isSuppressed == isSuppressed)
        #expect(result.tally.stops == (state == .none ? 0 : 1))
        #expect(result.tally.isComplete == (state != .none))
        for record in try bench.history("ada@example.org") {
            #expect(record.imported?.system == "Kit")
            #expect(record.event.grade == .imported, "a stop out of a file is no act that was seen")
        }
    }

    @Test("count from the last moment that their time can mean")
    func latest() throws {
        try bench.take(
            text: """
                email,optin_time,optin_ip,unsubscribed_at
                day@example.org,,,2025-06-01
                zone@example.org,,,2025-06-01T10:00:00Z
                nozone@example.org,,,2025-06-01 10:00:00
                flag@example.org,,,yes
                """)
        let times = try ["day", "zone", "nozone", "flag"].map {
            try bench.history("\($0)@example.org").first?.event.occurredAt?.description
        }
        #expect(times == ["2025-06-02T11:59:59Z", "2025-06-01T10:00:00Z", "2025-06-01T22:00:00Z", nil])
    }

    @Test("of today count from now, and are known tomorrow")
    func today() throws {
        let path = try bench.list("email,unsubscribed_at\nada@example.org,2026-11-01 09:00:00\n")
        try bench.take(path, tool: "our shop")
        #expect(try bench.history("ada@example.org")[0].event.occurredAt == bench.scratch.clock.now)
        bench.scratch.clock.advance(by: 86_400)
        #expect(try bench.take(path, tool: "our shop").tally.withdrawals.known == 1)
        #expect(try bench.history("ada@example.org").count == 1)
    }

    @Test("without a time do not end a return that the same file cannot know of; a newer file does")
    func returned() throws {
        let text = "email,status\nada@example.org,unsubscribed\n"
        let path = try bench.list(text)
        try bench.take(path, tool: "our shop")
        bench.scratch.clock.advance(by: 2 * 86_400)
        try bench.scratch.optIn("ada@example.org")
        #expect(try bench.standing("ada@example.org").state == .given)
        #expect(try bench.take(path, tool: "our shop").tally.withdrawals.known == 1)
        #expect(try bench.standing("ada@example.org").state == .given)
        bench.scratch.clock.advance(by: 86_400)
        let newer = try bench.list(text + "bob@example.org,unsubscribed\n", name: "newer.csv")
        #expect(try bench.take(newer, tool: "our shop").tally.withdrawals.recorded == 2)
        #expect(try bench.standing("ada@example.org").state == .withdrawn)
    }

    @Test("stand although LinkedIn brought the contact")
    func linkedIn() throws {
        try bench.take(
            text:
                "email,linkedin_url,status\nada@example.org,https://www.linkedin.com/in/ada-l,unsubscribed\n")
        #expect(try bench.standing("ada@example.org").state == .withdrawn)
    }

    @Test("are not lifted by a blank cell")
    func blank() throws {
        try bench.scratch.stop(.withdrawn, "ada@example.org")
        try bench.take(
            text:
                "email,optin_time,optin_ip,unsubscribed_at\nada@example.org,2026-10-31T23:00:00Z,192.0.2.1,\n"
        )
        #expect(try bench.standing("ada@example.org").state == .withdrawn)
    }
}
