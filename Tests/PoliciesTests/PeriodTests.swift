import Consent
import StrictYAML
import Testing

@testable import Policies

@Suite("A period")
struct PeriodTests {
    func period(_ text: String) throws -> Period {
        try Period(parsing: YAMLDocument.parse("\"\(text)\"", file: "x.yaml"))
    }

    @Test(
        "goes back by the calendar, and to the last day of a shorter month",
        arguments: [
            ("1 month", "2026-03-31T10:00:00Z", "2026-02-28T10:00:00Z"),
            ("1 month", "2024-03-31T10:00:00Z", "2024-02-29T10:00:00Z"),
            ("24 months", "2026-02-28T23:59:59Z", "2024-02-28T23:59:59Z"),
            ("2 years", "2026-02-28T23:59:59Z", "2024-02-28T23:59:59Z"),
            ("1 year", "2024-02-29T00:00:00Z", "2023-02-28T00:00:00Z"),
            ("2 months", "2026-01-15T00:00:00Z", "2025-11-15T00:00:00Z"),
            ("5 minutes", "2026-01-01T00:00:00Z", "2025-12-31T23:55:00Z"),
            ("1 day", "2026-03-01T12:00:00Z", "2026-02-28T12:00:00Z"),
            ("2 weeks", "1970-01-01T00:00:00Z", "1969-12-18T00:00:00Z"),
            ("1 month", "1969-03-31T05:06:07Z", "1969-02-28T05:06:07Z"),
            ("1 second", "2026-01-01T00:00:00Z", "2025-12-31T23:59:59Z"),
            ("100 years", "0050-01-01T00:00:00Z", "0000-01-01T00:00:00Z"),
            ("1000000 years", "2026-01-01T00:00:00Z", "0000-01-01T00:00:00Z"),
            ("1000000 weeks", "2026-01-01T00:00:00Z", "0000-01-01T00:00:00Z"),
        ])
    func before(text: String, moment: String, expected: String) throws {
        #expect(try period(text).before(Instant(parsing: moment)) == Instant(parsing: expected))
    }

    @Test(
        "goes forward in the same way",
        arguments: [
            ("1 month", "2026-01-31T10:00:00Z", "2026-02-28T10:00:00Z"),
            ("11 months", "2026-12-01T10:00:00Z", "2027-11-01T10:00:00Z"),
            ("5 minutes", "2025-12-31T23:55:00Z", "2026-01-01T00:00:00Z"),
            ("1000000 months", "2026-01-01T00:00:00Z", "9999-12-31T23:59:59Z"),
        ])
    func after(text: String, moment: String, expected: String) throws {
        #expect(try period(text).after(Instant(parsing: moment)) == Instant(parsing: expected))
    }

    @Test("the calendar agrees with itself on every day of the range, and no month lasts for ever")
    func everyDay() {
        var day = Instant.range.lowerBound / 86_400
        var previous = CalendarDay(daysSince1970: day)
        #expect((previous.year, previous.month, previous.day) == (0, 1, 1))
        var isSound = true
        while day < Instant.range.upperBound / 86_400 {
            day += 1
            let next = CalendarDay(daysSince1970: day)
            let follows =
                next.day == previous.day + 1 && next.month == previous.month
                || next.day == 1 && (27...31).contains(previous.day)
            isSound = isSound && follows && next.daysSince1970 == day
            previous = next
        }
        #expect(isSound)
        #expect((previous.year, previous.month, previous.day) == (9999, 12, 31))
    }

    @Test(
        "is refused where it is none, and nothing overflows",
        arguments: [
            "", "5", "minutes", "5  minutes", "-5 minutes", "+5 minutes", "5.5 minutes", "five minutes",
            "0 months", "1000001 months", "99999999999999999999999999 months", "5 parsecs", "5 m",
            "٥ minutes",
            "9223372036854775807 years", "5 minutes ago",
        ])
    func refuses(text: String) {
        #expect(throws: YAMLError.self) { try period(text) }
    }

    @Test("a misspelt unit names the nearest")
    func nearest() throws {
        let error = try #require(throws: YAMLError.self) { try period("24 monhts") }
        #expect(error.hint == "Did you mean \"months\"?")
    }
}
