import Foundation
import Origins
import TestSupport
import Testing

@Suite("The table of recognised lists in the manual")
struct RecognitionTableTests {
    /// Rows that the manifest calls recorded and that are no claim, with the reason.
    static let departures: [String: (rows: Set<Int>, reason: String)] = [
        "pipedrive_people_export.csv": (
            [2, 4],
            "a marketing status is all there is; the manifest itself notes \"status only, no time/IP\""
        ),
        "salesforce_lead_report_footer.csv": (
            [6],
            "the lead source says \"double opt-in\" without a time or an address; the manifest itself holds it"
        ),
    ]

    static let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/Commands/Commands.docc/Recognition.md")

    static func samples() throws -> [RecognisedSample] {
        let catalogue = try LayoutCatalogue.shipped
        return try Sample.all.map { try RecognisedSample($0, catalogue: catalogue) }
    }

    @Test("finds every row from LinkedIn and no other")
    func linkedIn() throws {
        for recognised in try Self.samples() {
            #expect(recognised.linkedInRows == recognised.sample.linkedInRows, "\(recognised.sample.name)")
        }
    }

    @Test("finds every claim of an opt-in and no other, but for the departures that it explains")
    func claims() throws {
        for recognised in try Self.samples() {
            let departing = Self.departures[recognised.sample.name]?.rows ?? []
            #expect(
                recognised.claimRows == recognised.expectedClaimRows.subtracting(departing),
                "\(recognised.sample.name)")
            #expect(departing.isSubset(of: recognised.expectedClaimRows))
        }
    }

    /// Set `CONSENTGATE_REWRITE_MANUAL` to write the page anew.
    @Test("is what the program finds today, byte for byte")
    func page() throws {
        let text = try Self.text()
        if ProcessInfo.processInfo.environment["CONSENTGATE_REWRITE_MANUAL"] != nil {
            try Data(text.utf8).write(to: Self.page)
        }
        #expect(try Data(contentsOf: Self.page) == Data(text.utf8))
    }

    static func text() throws -> String {
        let samples = try samples()
        let rows = samples.reduce(0) { $0 + $1.rows }
        let linkedIn = samples.reduce(0) { $0 + $1.linkedInRows.count }
        let claims = samples.reduce(0) { $0 + $1.claimRows.count }
        let right = samples.reduce(0) { sum, recognised in
            sum + recognised.rows
                - recognised.linkedInRows.symmetricDifference(recognised.sample.linkedInRows).count
        }
        var text = """
            # What is recognised

            Every sample list of the tests: which tool wrote it, where its rows came from, and which rows claim an opt-in.

            ## The lists

            A test writes this page and fails when the program finds something else. Of \(rows) rows in \(samples.count) lists
            \(right) are judged as the manifest of the samples says, \(linkedIn) of them from LinkedIn; \(claims) rows claim an
            opt-in. Rows are counted from 1, without blank ones and footers. A claim is what another tool knows of an opt-in;
            it is recorded as imported and lifts nobody's no. A row that is stopped is not mailed any more by its own tool.

            | list | recognised as | rows | by origin | from LinkedIn | opt-in claimed | stopped |
            | --- | --- | --- | --- | --- | --- | --- |

            """
        for recognised in samples { text += recognised.line + "\n" }
        text += "\n## Where the manifest says more\n\n"
        for (name, departure) in departures.sorted(by: { $0.key < $1.key }) {
            let rows = departure.rows.sorted().map(String.init).joined(separator: " and ")
            text += "* `\(name)`, row \(rows): \(departure.reason).\n"
        }
        text += """

            ## Tools of which no layout is known

            No list of Zoho, Notion, Kaspr, Skrapp, Octopus CRM, Expandi, ContactOut, Taplio, Surfe, Sendy, Mailjet or SendGrid was
            found whose columns could be relied on. Their lists are read by what their columns are called and hold, as
            are those of any tool. Outreach tools such as WarmySender write an address of their own making where a profile has
            none; it is an address like any other until a record is asked for. `consentgate layouts list` names the layouts that
            are known, and `consentgate layouts show` what is known of one.

            """
        return text
    }
}
