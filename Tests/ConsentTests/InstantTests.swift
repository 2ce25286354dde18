import Consent
import Testing

@Suite("A moment")
struct InstantTests {
    @Test(
        "is read from RFC 3339 and written in UTC",
        arguments: [
            ("2026-10-02T09:15:00Z", "2026-10-02T09:15:00Z"),
            ("2026-10-02t09:15:00z", "2026-10-02T09:15:00Z"),
            ("2026-10-02 11:15:00+02:00", "2026-10-02T09:15:00Z"),
            ("2026-01-01T00:30:00.123456+01:00", "2025-12-31T23:30:00Z"),
            ("2024-02-29T12:00:00-05:00", "2024-02-29T17:00:00Z"),
            ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"),
            ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
            ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
            ("0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z"),
            ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
        ])
    func reads(text: String, expected: String) throws {
        #expect(try Instant(parsing: text).description == expected)
    }

    @Test(
        "refuses what is no moment, and says why",
        arguments: [
            ("", Instant.ParsingError.notATime), ("yesterday", .notATime), ("2026-10-02", .dayOnly),
            ("2026-10-02T09:15:00", .noZone), ("2026-10-02T09:15:00.5", .noZone),
            ("2026-10-02T09:15", .notATime),
            ("2026-02-30T09:15:00Z", .noSuchTime), ("2025-02-29T09:15:00Z", .noSuchTime),
            ("2026-13-01T00:00:00Z", .noSuchTime),
            ("2026-10-02T24:00:00Z", .noSuchTime), ("2026-10-02T09:15:00+0200", .notATime),
            ("2026-10-02T09:15:00 Europe/Berlin", .notATime), ("2026-10-02T09:15:00.Z", .notATime),
            ("9999-12-31T23:59:59-01:00", .noSuchTime), ("02.10.2026 09:15", .notATime),
        ])
    func refuses(text: String, error: Instant.ParsingError) {
        #expect(throws: error) { try Instant(parsing: text) }
    }

    @Test("every day of four centuries comes back as it went")
    func roundTrip() throws {
        for day in stride(from: Int64(-73_000), through: 73_000, by: 1) {
            let instant = Instant(seconds: day * 86_400 + 3_661)
            #expect(try Instant(parsing: instant.description) == instant)
        }
    }

    @Test("arithmetic never leaves the range", arguments: [Int64.max, Int64.min, 0, 1])
    func noOverflow(seconds: Int64) {
        let instant = Instant(seconds: Int64.max).advanced(by: seconds)
        #expect(Instant.range.contains(instant.seconds))
        #expect(Instant.range.contains(Instant(seconds: seconds).advanced(by: Int64.min).seconds))
    }
}
