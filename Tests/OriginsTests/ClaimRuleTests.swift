import Origins
import StrictYAML
import Testing

@Suite("A layout's rule for claims and stops")
struct ClaimRuleTests {
    static let good = """
        layout: mine
        title: Mine
        tool: Mine
        evidence: seen; grade A
        headers:
          - {language: en, must: [Email, Joined]}
        claim: {time: Joined, ip: From, requires: [Joined], differs: [[Joined, Sure]], box: false}
        stops:
          State: {unsubscribed: [gone]}
        example:
          header: [Email, Joined]
          row: [orla.quimbly@example.com, 2024-01-01]
          origin: unknown

        """

    @Test("is read from its file, and used")
    func read() throws {
        let catalogue = try LayoutCatalogue(files: [("mine.yaml", Self.good)])
        let layout = try #require(catalogue.layouts.first)
        #expect(layout.claim?.time == ["Joined"])
        #expect(layout.stops.first?.values[.unsubscribed]?.texts == ["gone"])
        let header = ["Email", "joined", "FROM", "Sure", "state"]
        let reader = OptInReader(catalogue.recognise([header, header]))
        let row = ["a@example.com", "2024-01-01", "", "2024-01-02", "Gone"]
        #expect(reader.claim(ofRow: { row[$0] }, count: 5).isClaim)
        #expect(reader.stops(ofRow: { row[$0] }, count: 5).map(\.kind) == [.unsubscribed])
        let same = ["a@example.com", "2024-01-01", "", "2024-01-01", "here"]
        #expect(reader.claim(ofRow: { same[$0] }, count: 5).lacks == [.sameMoment(column: "Sure")])
    }

    @Test(
        "is refused with the place of the fault and the nearest name",
        arguments: [
            ("{time: Joined", "{tmie: Joined", 7, "Did you mean \"time\"?"),
            ("time: Joined,", "time: '-',", 7, ""), ("[[Joined, Sure]]", "[[Joined]]", 7, ""),
            ("box: false", "box: 'false'", 7, "Write true or false without quotes."),
            ("{unsubscribed: [gone]}", "{unsubscribd: [gone]}", 9, "Did you mean \"unsubscribed\"?"),
            ("[gone]", "gone", 9, "Write [gone] for one value."), ("[gone]", "[]", 9, ""),
            ("  State:", "  '-':", 9, ""),
        ])
    func refused(part: String, fault: String, line: Int, hint: String) throws {
        let text = Self.good.replacing(part, with: fault)
        try #require(text != Self.good)
        do {
            _ = try LayoutCatalogue(files: [("mine.yaml", text)])
            Issue.record("a faulty rule was read")
        } catch {
            #expect(error.line == line, "\(error)")
            if !hint.isEmpty { #expect(error.hint == hint) }
        }
    }

    @Test("stands in the layout of every newsletter tool that keeps a sign-up")
    func tools() throws {
        let layouts = try LayoutCatalogue.shipped.layouts
        for id in [
            "mailchimp", "rapidmail", "cleverreach", "brevo", "klaviyo", "constant-contact", "mailpoet",
            "phplist", "keila", "listmonk", "kit", "activecampaign", "beehiiv", "mailerlite", "sparkloop",
            "written-word-media", "aweber", "buttondown", "promio", "linkedin-lead-gen-form",
        ] {
            let claim = layouts.first { $0.id == id }?.claim
            #expect(claim?.time.isEmpty == false, "\(id)")
        }
    }
}
