import Consent
import Lists
import Testing

@Suite("A claimed time")
struct ClaimedTimeTests {
    @Test(
        "is read in the forms that newsletter tools write",
        arguments: [
            ("2024-05-04T08:13:00Z", "2024-05-04T08:13:00Z", ""),
            ("2024-05-04T08:13:00.135Z", "2024-05-04T08:13:00Z", ""),
            ("2024-05-04T08:13:00+02:00", "2024-05-04T06:13:00Z", ""),
            ("2024-05-04T08:13:00-0530", "2024-05-04T13:43:00Z", ""),
            ("2024-05-04 08:13:00", "2024-05-04T08:13:00Z", "no-zone"),
            ("2024-05-04 08:13", "2024-05-04T08:13:00Z", "no-zone minute"),
            ("2024/05/04 8:13", "2024-05-04T08:13:00Z", "no-zone minute"),
            ("2024-05-04", "2024-05-04T00:00:00Z", "no-zone day"),
            ("20240504", "2024-05-04T00:00:00Z", "no-zone day"),
            ("20240504081300", "2024-05-04T08:13:00Z", "no-zone"),
            ("2019-08-07 09:13:22.135482 +0000 +0000", "2019-08-07T09:13:22Z", ""),
            ("2019-08-07 09:13:22 +0200 CEST", "2019-08-07T07:13:22Z", ""),
            ("2019-08-07 09:13:22 UTC", "2019-08-07T09:13:22Z", ""),
            ("12-04-2024 09:30", "2024-04-12T09:30:00Z", "no-zone minute"),
            ("19.06.2024 14:05", "2024-06-19T14:05:00Z", "no-zone minute"),
            ("1.3.24", "2024-03-01T00:00:00Z", "no-zone day"),
            ("19.06.2024, 14:05:07 Uhr", "2024-06-19T14:05:07Z", "no-zone"),
            ("31/01/2025 10:00", "2025-01-31T10:00:00Z", "no-zone minute"),
            ("01/31/2025 10:00 PM", "2025-01-31T22:00:00Z", "no-zone minute"),
            ("01/02/2025 10:00 AM EST", "2025-01-02T15:00:00Z", "minute"),
            ("05/05/2025 12:30 a.m.", "2025-05-05T00:30:00Z", "no-zone minute"),
            ("4/9/18, 12:14 PM PDT", "2018-04-09T19:14:00Z", "minute"),
            ("May 4, 2024 8:13 am", "2024-05-04T08:13:00Z", "no-zone minute"),
            ("May 4th, 2024 at 8:13 pm UTC", "2024-05-04T20:13:00Z", "minute"),
            ("Sat, 04 May 2024 08:13:00 +0200", "2024-05-04T06:13:00Z", ""),
            ("Sat May 04 2024 08:13:00 GMT+0200 (Central European Summer Time)", "2024-05-04T06:13:00Z", ""),
            ("Sat May  4 08:13:00 UTC 2024", "2024-05-04T08:13:00Z", ""),
            ("04-May-2024", "2024-05-04T00:00:00Z", "no-zone day"),
            ("7-Feb-22", "2022-02-07T00:00:00Z", "no-zone day"),
            ("4. März 2024 um 08:13 Uhr", "2024-03-04T08:13:00Z", "no-zone minute"),
            ("4 août 2024 à 08:13", "2024-08-04T08:13:00Z", "no-zone minute"),
            ("4 de mayo de 2024", "2024-05-04T00:00:00Z", "no-zone day"),
            ("1714810380", "2024-05-04T08:13:00Z", ""),
            ("1714810380.25", "2024-05-04T08:13:00Z", ""),
            ("1714810380123", "2024-05-04T08:13:00Z", ""),
            ("  2024-05-04 08:13:00\u{A0}", "2024-05-04T08:13:00Z", "no-zone"),
            ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z", ""),
        ])
    func reads(text: String, expected: String, remarks: String) throws {
        let time = try #require(WrittenTime(parsing: text)).resolved(nil)
        #expect(time.instant.description == expected)
        #expect(time.remarks.joined(separator: " ") == remarks)
    }

    @Test(
        "with day and month as bare numbers waits for somebody who knows their order",
        arguments: [
            ("01/02/2025 10:00", "2025-02-01T10:00:00Z", "2025-01-02T10:00:00Z"),
            ("3/4/24", "2024-04-03T00:00:00Z", "2024-03-04T00:00:00Z"),
        ])
    func ambiguous(text: String, dayFirst: String, monthFirst: String) throws {
        let time = try #require(WrittenTime(parsing: text))
        #expect(throws: ClaimedTime.Unreadable.ambiguous) { try time.resolved(nil) }
        #expect(try time.resolved(.dayFirst).instant.description == dayFirst)
        #expect(try time.resolved(.monthFirst).instant.description == monthFirst)
    }

    @Test(
        "that tells its order itself does not listen to another",
        arguments: [("31/01/2025", "2025-01-31"), ("01/31/2025", "2025-01-31"), ("02.03.2025", "2025-03-02")])
    func decided(text: String, day: String) throws {
        let time = try #require(WrittenTime(parsing: text))
        for order in DateOrder.allCases { #expect(try time.resolved(order).instant.day == day) }
    }

    @Test(
        "must be in the calendar",
        arguments: [
            "2024-02-30", "2023-02-29 10:00", "2024-13-01", "32/13/2024", "99.99.2024", "2024-05-04 24:00",
            "2024-05-04 10:60", "0000-00-00 00:00:00", "May 32, 2024", "20241301",
        ])
    func impossible(text: String) throws {
        let time = try #require(WrittenTime(parsing: text))
        #expect(throws: ClaimedTime.Unreadable.noSuchTime) { try time.resolved(.dayFirst) }
    }

    @Test(
        "is not made out of anything else",
        arguments: [
            "", " ", "yes", "1", "true", "ja", "subscribed", "42", "45415.34", "192.0.2.1", "192.0.2.100",
            "2024", "May", "May 2024", "10:00", "1-2-3-4", "a@b.org", "13:99 PM 2024-01-01",
            "2024-05-04 08:13:00 and more", "9999999999999999999999", "\u{0}", "::", "+01:00",
            String(repeating: "1", count: 5000),
        ])
    func nothing(text: String) { #expect(WrittenTime(parsing: text) == nil) }

    @Test("is read from any bytes without a crash")
    func anything() {
        var random = SystemRandomNumberGenerator()
        let pieces = [
            "2024", "-", "/", ".", ":", " ", "05", "31", "am", "pm", "T", "Z", "+", "99", "May", "est", "(",
            ")",
            ",", "1714810380", "é", "\u{200B}", "0", "utc", "9223372036854775807",
        ]
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 0...14, using: &random))
                .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            for order in [nil, DateOrder.dayFirst] {
                if let time = WrittenTime(parsing: text) { _ = try? time.resolved(order).latest }
            }
        }
    }
}
