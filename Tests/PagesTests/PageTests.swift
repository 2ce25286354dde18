import Pages
import Testing

@Suite("Pages")
struct PageTests {
    @Test(
        "escape whatever a list may hold",
        arguments: ["<script>alert(1)</script>", "\"'><b>", "a & b", "x\"\u{301} onclick='"])
    func escapes(hostile: String) throws {
        let page = try Page.render(
            title: hostile, template: "<h1 title=\"{{name}}\">{{name}}</h1>",
            context: ["name": .text(hostile)])
        #expect(!page.contains(hostile))
        #expect(page.contains("<h1 title="))
    }

    @Test(
        "refuse a template that would write something as it is",
        arguments: ["{{{name}}}", "{{& name}}", "{{&name}}"])
    func refusesUnescaped(template: String) {
        #expect(throws: PageError.self) {
            try Page.render(title: "t", template: template, context: ["name": "x"])
        }
    }

    @Test("refuse a template that is none")
    func refusesMalformed() {
        #expect(throws: PageError.self) { try Page.render(title: "t", template: "{{#a}}", context: [:]) }
    }

    @Test("load nothing from elsewhere and run nothing")
    func isSelfContained() throws {
        let page = try Page.render(title: "t", template: "<p>x</p>", context: [:])
        #expect(page.contains("default-src 'none'; style-src 'unsafe-inline'"))
        for sign in ["<script", "http://", "https://", "<link", "<img", "@import", "url("] {
            #expect(!page.contains(sign))
        }
        #expect(page.contains("name=\"viewport\""))
    }

    @Test("write sections for lists, mappings and flags")
    func writesSections() throws {
        let page = try Page.render(
            title: "t",
            template:
                "{{#rows}}[{{name}}{{#new}}!{{/new}}]{{/rows}}{{^rows}}none{{/rows}}{{#cure}}({{text}}){{/cure}}",
            context: [
                "rows": [["name": "a", "new": true], ["name": "b", "new": false]], "cure": .optional(nil),
            ])
        #expect(page.contains("[a!][b]<"))
    }

    @Test("draw bars with their labels, counts and shares")
    func drawsBars() throws {
        let page = try Page.render(
            title: "t", template: "{{#verdicts}}{{>chart}}{{/verdicts}}",
            context: [
                "verdicts": .chart([
                    .init("rejected", 12_345, tone: "reject"), .init("held", 1), .init("x", 0),
                ])
            ])
        #expect(page.contains("<th scope=\"row\">rejected</th>"))
        #expect(page.contains("class=\"reject\" style=\"width:100%\""))
        #expect(page.contains("12\u{202F}345"))
        #expect(page.contains("&gt;99 %") && page.contains("&lt;1 %") && page.contains(">0 %<"))
    }

    @Test(
        "group digits",
        arguments: [(0, "0"), (999, "999"), (1000, "1\u{202F}000"), (-1_234_567, "-1\u{202F}234\u{202F}567")])
    func groupsDigits(number: Int, text: String) { #expect(PageValue.number(number) == .text(text)) }
}
