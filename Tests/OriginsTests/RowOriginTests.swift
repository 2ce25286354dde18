import Consent
import Origins
import Testing

@Suite("A row")
struct RowOriginTests {
    let catalogue: LayoutCatalogue

    init() throws {
        catalogue = try LayoutCatalogue.shipped
    }

    /// Cells by the names of their columns, in their order.
    typealias Row = KeyValuePairs<String, String>

    func origin(_ row: Row) -> RowOrigin {
        let header = ["Email"] + row.map(\.key)
        let cells = ["orla.quimbly@example.com"] + row.map(\.value)
        // A second contact keeps a single link from turning an unknown column into one of profiles.
        return catalogue.recognise([header, cells, cells.map { _ in "x" }]).origin(of: cells)
    }

    static let link = "https://www.linkedin.com/in/test-orla-quimbly-x000"
    static let lead = "https://www.linkedin.com/sales/lead/ACwAAATEST0000SYNTHETICvmid000,NAME_SEARCH,t0"

    @Test(
        "came from LinkedIn",
        arguments: [
            ["linkedin_url": link], ["LinkedIn": link], ["Profile": link], ["URL": link],
            ["Profil-URL": link],
            ["Perfil": link], ["Lien du profil": link], ["li_profile": link], ["LinkedIn Profile Page": link],
            ["LinkedIn": "/in/test-orla-quimbly-x000"], ["Profile": lead], ["LinkedIn": "urn:li:member:999"],
            ["Profile": lead, "optin_time": "2025-04-01 10:00", "optin_ip": "192.0.2.1"],
            ["Source": "LinkedIn"], ["Lead Source": "linkedin"], ["Quelle": "LinkedIn-Kontakte"],
            ["Fuente": "LinkedIn"], ["Herkunft": "Linked In"], ["Source": "linked_in"],
            ["Bron": "LinkedInConnections"],
            ["Source": "Connections.csv"], ["Quelle": "Upload: Kontakte.csv"], ["Source": "lnkd"],
            ["Source": "Sales Navigator"], ["Source": "PhantomBuster"], ["Source": "L\u{456}nkedIn"],
            ["Source": "Ｌｉｎｋｅｄｉｎ"], ["Source": "Lin\u{200B}kedIn"], ["Source": link],
            ["Source": "Basic_LinkedInDataExport_01-02-2024.zip"], ["Tags": "vip; LinkedIn; Ulm"],
            ["Labels": "LinkedIn ::: * myContacts"], ["Gruppen": "linkedin-import"],
            ["Étiquettes": "LinkedIn"],
            ["Tags": "\"Customer\",\"LinkedIn\""], ["Tags": "[\"a\", \"linkedin_export\"]"],
            ["Lists": "LinkedIn 2024"], ["Tags": "google ads, LinkedIn"], ["Kategorien": "Freunde;LinkedIn"],
            ["Notes": "from LinkedIn connections"], ["Notes": "Imported from LinkedIn on 3 May"],
            ["Notizen": "Aus LinkedIn importiert"], ["Note": "we are connected on LinkedIn"],
            ["Notes": "LinkedIn Sales Navigator sidebar"], ["Comment": "Contacts LinkedIn de Marie"],
            ["Connected On": "07 Oct 2023"], ["connectedAt": "2026-02-10T08:00:00Z"],
            ["Verbunden am": "7.10.2023"],
            ["LinkedIn connection": "yes"], ["Is LinkedIn contact": "ja"],
            ["Connected on LinkedIn": "2023-10-07"],
            ["vmid": "ACwAAATEST0000SYNTHETICvmid000"], ["connectionDegree": "2nd"], ["lh_id": "12"],
            ["salesNavigatorId": "ACwAAATEST0000SYNTHETICvmid000"], ["Mutual Connections": "12"],
            ["Notes": "Connected on: 3 May 2020", "Email Status": "Verified"],
            ["Whatever": link, "Notes": "Connected on 3 May"], ["Company": link, "Job": link],
            ["Website": lead, "Notes": "Verbunden seit 2019"],
            ["attributes": #"{"source": "linkedin"}"#],
            ["Data": #"{"linkedin_url": "https://linkedin.com/in/ada"}"#],
            ["custom_fields": #"{"import": {"lead_source": "LinkedIn"}}"#],
            ["attributes": #"{"tags": ["vip", "linkedin-import"], "x": 1}"#],
            ["attributes": #"{"source": "\u004cinkedIn"}"#],
            ["attributes": "{'connected_on': '07 Oct 2023'}"],
            ["attributes": #"{"a": "bro"ken", "source": "LinkedIn"}"#],
            ["attributes": #"{"source": "LinkedIn""#],
            [
                "Original Source": "Offline Sources",
                "Original Source Drill-Down 2": "linkedin connections.csv",
            ],
            ["Source": "LinkedIn", "optin_time": "2025-04-01 10:00"],
            ["Source": "LinkedIn", "optin_time": "0000-00-00 00:00:00", "optin_ip": "192.0.2.1"],
            ["Source": "LinkedIn", "CONFIRM_TIME": "2024-06-18 13:51:14", "CONFIRM_IP": "203.0.113.77"],
            ["Source": "LinkedIn", "Opt-in": "yes"],
            ["Source": "LinkedIn", "created_at": "2024-01-01", "IP": "192.0.2.1"],
            ["Source": "LinkedIn, but not LinkedIn Ads"],
            // Misread, and saved so.
            ["Notizen": "Ã¼ber LinkedIn vernetzt"], ["Notes": "importÃ© de LinkedIn"],
            // A tool's own column; one attribute of two mediums and of one strong sign.
            ["Kaspr export date": "2024-01-01"], ["Waalaxy campaign": "spring"],
            ["attributes": #"{"note": "Connected on 3 May 2020", "email_status": "Verified"}"#],
            ["attributes": #"{"connected_on": "07 Oct 2023"}"#],
        ] as [Row])
    func linkedIn(row: Row) {
        let origin = origin(row)
        #expect(origin.origin.isLinkedInSourced, "\(origin.signals.map(\.text))")
        #expect(origin.isSourceKnown)
    }

    @Test(
        "did not",
        arguments: [
            // What a football club, a CRM and a mail signature have.
            ["Position": "Torwart", "Mannschaft": "2. Herren"], ["Position": "CTO", "Company": "LinkedIn"],
            ["LinkedIn": ""], ["LinkedIn": "https://www.linkedin.com/company/acme"],
            ["Company Linkedin Url": "https://www.linkedin.com/company/acme"],
            ["Signature": "Best, Orla\nhttps://www.linkedin.com/in/test-orla"],
            ["Bio": "Writer. linkedin.com/in/orla"],
            ["Web Page": link], ["Website": link], ["Homepage": link], ["Whatever": link], ["Notes": link],
            ["linkedin": "test-orla-x000"], ["linkedin": "yes"], ["LinkedIn Connections": "512"],
            ["Profile": "https://www.xing.com/profile/Orla"], ["URL": "https://example.com/in/orla"],
            ["Twitter": "https://twitter.com/linkedin"], ["Notes": "met on LinkedIn, asked to be added"],
            ["Notes": "Connected on 3 May"], ["Tags": "connection, connection, 1st degree"],
            ["Notes": "found us through LinkedIn search"], ["Connected since": "2019"],
            ["Notes": "he was linked in the case"], ["Tags": "not LinkedIn"],
            ["Source": "kein LinkedIn"], ["Email Status": "Verified"],
            // One medium sign, in a cell of attributes too.
            ["attributes": #"{"note": "Connected on 3 May 2020"}"#],
            ["attributes": #"{"email_status": "Verified"}"#],
            ["attributes": #"{"linkedin_page": "https://www.linkedin.com/company/acme"}"#],
            ["Company LinkedIn page": "https://www.linkedin.com/company/acme", "Position": "CEO"],
            ["Position": "Abwehr", "Notes": "linkedin.com/in/orla", "LinkedIn": "test-orla-x000"],
            // Ways to a form.
            ["How did you hear about us?": "LinkedIn"], ["Source": "LinkedIn signup form"],
            ["utm_source": "linkedin"], ["utm_source": "linkedin", "utm_medium": "social"],
            ["Referrer": "https://www.linkedin.com/"],
            ["landing_page": "https://a.example/?utm_source=linkedin"],
            ["utm_source": "linkedin", "linkedin_url": link], ["Source": "linkedin_ad"],
            ["Source": "LinkedIn Ads"],
            ["Tags": "LinkedIn Ads, customer"], ["Source": "LinkedIn Lead Gen Form"],
            ["Quelle": "LinkedIn-Anzeige"],
            ["Source": "utm linkedin"], ["Clicked LinkedIn Ad": "Yes"], ["LinkedIn click id": "abc123"],
            ["Original Source": "Social Media", "Original Source Drill-Down 1": "LinkedIn"],
            [
                "Original Source": "Paid Social", "Original Source Drill-Down 1": "LinkedIn",
                "LinkedIn URL": link,
            ],
            // A sign-up of the person's own.
            ["Source": "LinkedIn", "Registration Date": "01/04/2025 10:00", "IP Address": "192.0.2.10"],
            ["Tags": "LinkedIn campaign", "OPTIN_TIME": "2024-05-04 08:13", "OPTIN_IP": "192.0.2.13"],
            ["linkedin_url": link, "optin_time": "2025-04-01", "form": "newsletter-footer"],
            [
                "attributes":
                    #"{"utm_source": "linkedin", "optin_at": "2025-03-05", "optin_ip": "192.0.2.14"}"#
            ],
            ["attributes": #"{"utm": {"source": "linkedin"}}"#],
            ["attributes": #"{"city": "Linkedinville", "n": 3}"#],
            ["Quelle": "LinkedIn", "Anmeldung am": "01.03.2024", "Anmelde-IP": "192.0.2.1"],
        ] as [Row])
    func notLinkedIn(row: Row) {
        let origin = origin(row)
        #expect(!origin.origin.isLinkedInSourced, "\(origin.signals.map(\.text))")
    }

    @Test(
        "names its origin and whether anybody knows it",
        arguments: [
            ([:], Origin.unknown, false), (["Name": "Orla"], .unknown, false),
            (["Source": ""], .unknown, false),
            (["Source": "unknown"], .unknown, false), (["Source": " - "], .unknown, false),
            (["Source": "n/a"], .unknown, false),
            (["Source": "our shop"], .unknown, true), (["Source": "Trade Show"], .event, true),
            (["Quelle": "gekaufte Adressen"], .purchased, true), (["Source": "ZoomInfo"], .scraper, true),
            (["Source": "Web form"], .signUpForm, true), (["Tags": "vip"], .unknown, false),
            (["optin_time": "2025-01-01 10:00"], .unknown, true),
            (["optin_time": "2025-01-01 10:00", "optin_ip": "192.0.2.1"], .signUpForm, true),
            (["form": "footer"], .unknown, true), (["created_at": "2025-01-01"], .unknown, false),
            (["CONFIRM_TIME": "2025-01-01", "CONFIRM_IP": "192.0.2.1"], .unknown, false),
            (["Source": "LinkedIn Lead Gen Form"], .linkedinLeadForm, true),
            (["utm_source": "google"], .unknown, true),
            (["utm_source": "linkedin"], .signUpForm, true),
            (["Connected On": "07 Oct 2023"], .linkedinConnection, true),
            (["Source": "ImportedContacts.csv"], .linkedinImportedContacts, true),
            (["attributes": #"{"source": "form"}"#], .signUpForm, true),
            (["attributes": "{}"], .unknown, false),
        ] as [(Row, Origin, Bool)])
    func names(row: Row, expected: Origin, isKnown: Bool) {
        let origin = origin(row)
        #expect(origin.origin == expected, "\(origin.signals.map(\.text))")
        #expect(origin.isSourceKnown == isKnown)
    }

    @Test("tells its signs by column, and never what stands in a cell")
    func signals() {
        let header = ["Email", "Person Linkedin Url", "orla.quimbly@example.com", "attributes"]
        let cells = ["x", Self.link, Self.link, #"{"source": "linkedin secret"}"#]
        let origin = catalogue.recognise([header, cells]).origin(of: cells)
        #expect(origin.signals.map(\.id).contains("linkedin-profile-url"))
        #expect(
            origin.signals.first?.text == "column `Person Linkedin Url` holds a link to a LinkedIn profile")
        for text in origin.signals.map(\.text) {
            #expect(!text.contains("orla"))
            #expect(!text.contains("secret"))
        }
        #expect(origin.signals.contains { $0.text.contains("`3`") })
    }

    @Test("full of repetitions is read in good time, however long it is")
    func repetitive() {
        let pieces = [
            "linkedin.com/", "linkedin.com/profile/view?", "linked in ", "linkedin,", "[", "{\"source\":",
            "%25",
            "lnkd.in/", "urn:li:member:", "\u{456}", "not linkedin ", "{\"a\":\"linkedin\"},",
        ]
        for piece in pieces {
            let cell = String(repeating: piece, count: 20_000 / piece.utf8.count)
            for name in ["Source", "Tags", "Notes", "LinkedIn", "attributes", "Whatever", "Website"] {
                let header = ["Email", name]
                let recognition = catalogue.recognise([header, ["a@example.com", ""]])
                _ = recognition.origin(of: ["a@example.com", cell])
            }
        }
    }

    @Test("is read as far as it goes")
    func ragged() {
        let header = ["Email", "Name", "Source", "Tags"]
        let recognition = catalogue.recognise([header, ["a@example.com"]])
        #expect(recognition.origin(of: []).origin == .unknown)
        #expect(recognition.origin(of: ["a@example.com", "Ada"]).origin == .unknown)
        let long = ["a@example.com", "Ada", "", "LinkedIn", "x", "y"]
        #expect(recognition.origin(of: long).origin == .linkedinProfile)
    }

    @Test("in a column full of profile links is LinkedIn's, whatever the column is called")
    func content() {
        let header = ["Email", "Feld 7"]
        let rows = (0..<4).map { ["a\($0)@example.com", "https://de.linkedin.com/in/test-\($0)"] }
        let recognition = catalogue.recognise([header] + rows)
        #expect(recognition.meanings[1] == .profile)
        #expect(recognition.origin(of: rows[1]).origin == .linkedinProfile)
        #expect(recognition.origin(of: ["b@example.com", ""]).origin == .unknown)
    }
}
