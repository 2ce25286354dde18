import Origins
import Testing

@Suite("An opt-in that a tool's list claims")
struct OptInReaderTests {
    let catalogue: LayoutCatalogue

    init() throws {
        catalogue = try LayoutCatalogue.shipped
    }

    typealias Row = KeyValuePairs<String, String>

    func reader(_ row: Row) -> (OptInReader, [String]) {
        let cells = row.map(\.value)
        return (OptInReader(catalogue.recognise([row.map(\.key), cells])), cells)
    }

    func claim(_ row: Row) -> ClaimReading {
        let (reader, cells) = reader(row)
        return reader.claim(ofRow: { cells[$0] }, count: cells.count)
    }

    func stops(_ row: Row) -> [Stop] {
        let (reader, cells) = reader(row)
        return reader.stops(ofRow: { cells[$0] }, count: cells.count)
    }

    static let mail = "orla.quimbly@example.com"

    @Test(
        "is one where the person's own act stands in the row",
        arguments: [
            ["Email": mail, "OPTIN_TIME": "2024-05-01 08:10:00", "OPTIN_IP": "192.0.2.10", "LEID": "1"],
            [
                "email": mail, "created": "2024-03-01 10:00:00", "created_ip": "192.0.2.10",
                "activated": "2024-03-01 10:03:00", "activated_ip": "192.0.2.10",
            ],
            [
                "EMAIL": mail, "EMAIL_BLACKLISTED": "No", "DOUBLE_OPT-IN": "1", "SOURCE": "Formular",
                "ADDED_TIME": "12-04-2024 09:30",
            ],
            [
                "Email": mail, "Entered": "2024-01-01", "Did this subscriber manually confirm": "1",
                "Is this subscriber confirmed": "1",
            ],
            [
                "Email": mail, "First name": "", "Last name": "",
                "Data": #"{"marketing_consent": true, "consent_at": "2025-01-02"}"#,
            ],
            [
                "uuid": "1", "email": mail, "name": "", "status": "enabled",
                "attributes": #"{"optin_at": "2025-03-01T10:00:00Z", "optin_ip": "192.0.2.10"}"#,
            ],
            [
                "first_name": "", "email": mail, "created_at": "2025-09-10", "status": "active", "tags": "",
                "referrer": "https://example.org/",
            ],
            [
                "Email address": mail, "Email permission status": "Express",
                "Email update source": "Contact", "Created At": "01/01/2025 10:00 AM EST",
            ],
            [
                "Email": mail, "Klaviyo ID": "1", "Email Marketing Consent": "SUBSCRIBED",
                "Email Marketing Consent Timestamp": "2025-01-01", "$source": "Signup form",
            ],
            ["email": mail, "registered": "2024-03-01 10:00:00", "activated": "2024-03-01 10:05:00"],
            [
                "Email": mail, "Subscription time": "2024-03-01", "Subscription IP": "192.0.2.1",
                "Confirmation time": "2024-03-01",
            ],
            [
                "Lead ID": "1", "Form Name": "Newsletter", "Submitted At": "2026-03-10",
                "Email Address": mail, "I agree to receive the monthly newsletter": "Yes",
            ],
            // Lists of no known tool.
            ["Email": mail, "optin_time": "2025-04-01 10:00", "optin_ip": "2001:db8::7"],
            ["Email": mail, "Anmeldung am": "01.03.2024", "Anmelde-IP": "192.0.2.x"],
            ["E-Mail": mail, "Newsletter Einwilligung am": "01.05.2023", "Position": "Torwart"],
            ["Email": mail, "signup date": "2025-04-01", "form": "newsletter-footer"],
            ["Email": mail, "signup date": "2025-04-01", "confirmed at": "2025-04-01 10:00"],
            // A column of the user's own in a layout that knows none.
            [
                "email": mail, "active_subscription": "true", "email_disabled": "false",
                "created_at": "2024-01-01", "optin_time": "2024-01-01 10:00", "optin_ip": "192.0.2.1",
            ],
        ] as [Row])
    func claimed(row: Row) {
        let reading = claim(row)
        #expect(reading.isClaim, "\(reading.lacks.map(\.text))")
        #expect(reading.time != nil)
    }

    @Test(
        "is none where only the tool or its user speaks",
        arguments: [
            ([:], "no-time"), (["Email": mail], "no-time"),
            (["Email": mail, "created_at": "2024-01-01"], "no-time"),
            (["Email": mail, "created_at": "2024-01-01", "IP": "192.0.2.1"], "no-time"),
            (["Email": mail, "Opt-in": "yes"], "no-time"), (["Email": mail, "status": "active"], "no-time"),
            (["Email": mail, "CONFIRM_TIME": "2024-06-18", "CONFIRM_IP": "203.0.113.77"], "no-time"),
            (["Email": mail, "optin_time": "2025-04-01"], "time-alone"),
            (["Email": mail, "optin_time": "2025-04-01", "IP": "0.0.0.0"], "time-alone"),
            (["Email": mail, "optin_time": "2025-04-01", "IP": "127.0.0.1"], "time-alone"),
            (["Email": mail, "optin_time": "2025-04-01", "IP": "::1"], "time-alone"),
            (["Email": mail, "optin_time": "0000-00-00", "optin_ip": "192.0.2.1"], "no-time"),
            (["Email": mail, "optin_time": "2025-04-01", "source": "Connections.csv"], "time-alone"),
            (["Email": mail, "consent date": "2025-04-01", "consent": "no"], "refused"),
            (
                ["Email": mail, "OPTIN_TIME": "", "CONFIRM_TIME": "2024-06-18", "LEID": "1"], "no-time"
            ),
            (
                [
                    "Email": mail, "OPTIN_TIME": "2024-06-18", "OPTIN_IP": "", "CONFIRM_TIME": "x",
                    "LEID": "1",
                ],
                "empty"
            ),
            (
                [
                    "Email": mail, "OPTIN_TIME": "2024-06-18", "OPTIN_IP": "192.0.2.1", "LEID": "1",
                    "SOURCE": "List Import from File",
                ], "refused"
            ),
            (
                [
                    "email": mail, "created": "2024-03-01", "created_ip": "192.0.2.1", "activated": "",
                    "activated_ip": "",
                ], "empty"
            ),
            (
                ["EMAIL": mail, "DOUBLE_OPT-IN": "2", "SOURCE": "Formular", "ADDED_TIME": "1-1-2024"],
                "other-value"
            ),
            (["EMAIL": mail, "DOUBLE_OPT-IN": "1", "SOURCE": "", "ADDED_TIME": "1-1-2024"], "no-form"),
            (
                ["EMAIL": mail, "DOUBLE_OPT-IN": "1", "SOURCE": "Connections.csv", "ADDED_TIME": "1-1-2024"],
                "no-form"
            ),
            (
                [
                    "Email": mail, "Entered": "2024-01-01", "Is this subscriber confirmed": "1",
                    "Did this subscriber manually confirm": "0",
                ], "other-value"
            ),
            (
                [
                    "Email address": mail, "Email permission status": "Express",
                    "Email update source": "Account", "Created At": "01/01/2025",
                ], "other-value"
            ),
            (["email": mail, "registered": "2024-03-01", "activated": "2024-03-01"], "same-moment"),
            (
                [
                    "Lead ID": "1", "Form Name": "Newsletter", "Submitted At": "2026-03-10", "Email": mail,
                    "I agree to receive the newsletter": "No",
                ], "refused"
            ),
            (
                ["Lead ID": "1", "Form Name": "Newsletter", "Submitted At": "2026-03-10", "Email": mail],
                "no-box"
            ),
            (
                ["EmailAddress": mail, "Date": "2024-03-01", "State": "Active", "ConsentToTrack": "Yes"],
                "no-time"
            ),
            (["Email": mail, "Customer ID": "1", "Accepts Email Marketing": "yes"], "no-time"),
            (
                [
                    "email": mail, "active_subscription": "true", "email_disabled": "false",
                    "created_at": "2024",
                ],
                "no-time"
            ),
        ] as [(Row, String)])
    func notClaimed(row: Row, code: String) {
        let reading = claim(row)
        #expect(reading.lacks.contains { $0.code == code }, "\(reading.lacks.map(\.text))")
        for lack in reading.lacks { #expect(!lack.text.contains("orla") && lack.text.hasSuffix(".")) }
    }

    @Test("names what looks like consent and is none, and shows no cell")
    func mistaken() {
        let reading = claim([
            "Email": Self.mail, "Opt-in": "yes", "status": "active", "created_at": "2024-01-01",
        ])
        #expect(
            reading.mistaken.map(\.description) == [
                "column `Opt-in`", "column `created_at`", "column `status`",
            ])
    }

    @Test("hands on the times that an import would share among its rows")
    func moments() {
        let reading = claim([
            "Email": Self.mail, "OPTIN_TIME": "", "OPTIN_IP": "", "CONFIRM_TIME": "2024-06-18 13:51:14",
            "LEID": "1",
        ])
        #expect(reading.moments.map(\.text) == ["2024-06-18 13:51:14"])
    }

    @Test(
        "ends where the tool says so",
        arguments: [
            (["Email": mail, "LEID": "1", "OPTIN_TIME": "x", "UNSUB_TIME": "2024-01-01"], [.unsubscribed]),
            (["Email": mail, "status": "Unsubscribed"], [.unsubscribed]),
            (["Email": mail, "Status": "Bounced (hard)"], [.bounced]),
            (["Email": mail, "state": "complained"], [.complained]),
            (["Email": mail, "status": "active"], []), (["Email": mail, "status": "subscribed"], []),
            (["Email": mail, "Abgemeldet am": "01.02.2024"], [.unsubscribed]),
            (["Email": mail, "désinscrit le": "01/02/2024"], [.unsubscribed]),
            (["Email": mail, "opt-out": "no"], []), (["Email": mail, "Email Opt Out": "1"], [.unsubscribed]),
            (["Email": mail, "Spam complaint": "yes", "bounced": "0"], [.complained]),
            (["EMAIL": mail, "EMAIL_BLACKLISTED": "Yes", "SMS_BLACKLISTED": "No"], [.blocked]),
            (["EMAIL": mail, "EMAIL_BLACKLISTED": "No", "SMS_BLACKLISTED": "Yes"], []),
            (
                ["Email": mail, "First name": "", "Last name": "", "Data": "", "Status": "unreachable"],
                [.bounced]
            ),
            (
                [
                    "uuid": "1", "email": mail, "name": "", "attributes": "{}", "status": "blocklisted",
                ], [.blocked]
            ),
            (
                [
                    "email": mail, "addedToLemlist": "x", "leadStatus": "Email bounced",
                    "emailDeliverability": "x",
                ],
                [.bounced]
            ),
            (
                ["email": mail, "subscribed_to_emails": "false", "complimentary_plan": "false"],
                [.unsubscribed]
            ),
            (["email": mail, "subscribed_to_emails": "true", "complimentary_plan": "false"], []),
            (["Email": mail, "attributes": #"{"unsubscribed_at": "2024-01-01"}"#], [.unsubscribed]),
        ] as [(Row, [StopKind])])
    func ends(row: Row, kinds: [StopKind]) {
        #expect(stops(row).map(\.kind) == kinds)
    }

    @Test("says since when it ended, where the row knows")
    func stopTime() throws {
        let stop = try #require(
            stops(["Email": Self.mail, "state": "cancelled", "unsubscribed_at": "2024-02-01"]).first)
        #expect(stop.time?.text == "2024-02-01")
        #expect(stop.cell.meaning == .status || stop.cell.meaning == .unsubscribedAt)
    }

    @Test("is read as far as a ragged row goes, and in any text without a trap")
    func ragged() {
        let header = ["Email", "OPTIN_TIME", "OPTIN_IP", "LEID", "attributes", "status"]
        let reader = OptInReader(catalogue.recognise([header, header.map { _ in "x" }]))
        for cells in [[], ["a"], ["a", "b", "..."], ["a", "b", "999.1.1.1", "", "{\"a\":", ";;;|"]] {
            #expect(!reader.claim(ofRow: { cells[$0] }, count: cells.count).isClaim)
            #expect(reader.stops(ofRow: { cells[$0] }, count: cells.count).isEmpty)
        }
    }
}
