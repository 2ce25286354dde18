import Consent
import Testing

@Suite("A span of the calendar")
struct CalendarSpanTests {
    @Test(
        "is told in words",
        arguments: [
            ("P3Y", "3 years"), ("P1Y", "1 year"), ("P1Y6M", "1 year, 6 months"), ("P2W", "2 weeks"),
            ("P90D", "90 days"), ("P1Y1M1D", "1 year, 1 month, 1 day"),
        ])
    func words(text: String, words: String) { #expect(CalendarSpan(text)?.words == words) }

    @Test(
        "is nothing else",
        arguments: [
            "", "P", "3Y", "P3", "PY", "P0Y", "PT3H", "P1D1Y", "P1Y1Y", "P-1Y", "P9999999Y", "P٣Y",
            "p3y", "P3Y ", "three years", "P1.5Y",
        ])
    func nothingElse(text: String) { #expect(CalendarSpan(text) == nil) }
}
