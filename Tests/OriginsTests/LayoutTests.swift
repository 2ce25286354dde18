import Consent
import Foundation
import Origins
import StrictYAML
import Testing

@Suite("A layout")
struct LayoutTests {
    static let catalogue = Result { try LayoutCatalogue.shipped }

    static func layouts() throws -> [String] { try catalogue.get().layouts.map(\.id) }

    func layout(_ id: String) throws -> Layout {
        try #require(try Self.catalogue.get().layouts.first { $0.id == id })
    }

    @Test("recognises its own example, and the origin in it", arguments: try layouts())
    func example(id: String) throws {
        let example = try layout(id).example
        let recognition = try Self.catalogue.get().recognise([example.header, example.row])
        #expect(recognition.layout?.id == id)
        #expect(recognition.headerIndex == 0)
        #expect(recognition.origin(of: example.row).origin == example.origin)
    }

    @Test(
        "stays the same when columns are shuffled, further ones added and names respelled",
        arguments: try layouts())
    func disguised(id: String) throws {
        let layout = try layout(id)
        guard layout.headers.contains(where: { $0.order == .any }), id != "listmonk" else { return }
        let spellings: [(String) -> String] = [
            { $0 }, { $0.lowercased() }, { $0.uppercased() }, { " \"" + $0 + "\" " },
            { "\u{FEFF}" + $0.replacing(" ", with: "_") }, { $0.replacing(" ", with: "-") + "\u{A0}" },
        ]
        for (number, spell) in spellings.enumerated() {
            var cells = Array(zip(layout.example.header.map(spell), layout.example.row))
            cells = cells.enumerated().sorted {
                ($0.offset * 7 + number) % 11 < ($1.offset * 7 + number) % 11
            }
            .map(\.element)
            cells.insert(("Shoe size", "42"), at: 0)
            cells.append(("", ""))
            cells.append(("Shoe size", "43"))
            let recognition = try Self.catalogue.get().recognise([cells.map(\.0), cells.map(\.1)])
            #expect(recognition.layout?.id == id)
            // A drill-down belongs to the source before it; shuffled apart it says less, never more.
            if id != "hubspot" {
                #expect(recognition.origin(of: cells.map(\.1)).origin == layout.example.origin)
            }
        }
    }

    @Test("names where such files were seen, and has an id of its own")
    func ids() throws {
        let ids = try Self.layouts()
        #expect(Set(ids).count == ids.count)
        #expect(ids.count >= 75)
    }

    @Test("gives no fault with its example")
    func faults() throws {
        #expect(try Self.catalogue.get().faultsOfExamples() == [])
    }

    @Test("is found out where another one takes its example away")
    func stolen() throws {
        let other = Self.good.replacing("layout: mine", with: "layout: other")
            .replacing("must: [Email, Gathered By]", with: "must: [Email, Gathered By], may: [Gathered By]")
        let catalogue = try LayoutCatalogue(files: [("mine.yaml", Self.good), ("other.yaml", other)])
        #expect(catalogue.faultsOfExamples() == ["the example of mine is recognised as other"])
        let crm = Self.good.replacing("          origin: scraper", with: "          origin: crm")
            .replacing("  origin: scraper\n", with: "  origin: crm\n")
        let wrong = try LayoutCatalogue(files: [("mine.yaml", crm)])
        #expect(wrong.faultsOfExamples() == ["the row of the example of mine comes from scraper"])
    }

    static let good = """
        layout: mine
        title: Mine
        tool: Mine
        evidence: seen; grade A
        implies: {origin: scraper, strength: proof}
        headers:
          - {language: en, must: [Email, Gathered By]}
        example:
          header: [Email, Gathered By]
          row: [orla.quimbly@example.com, A Machine]
          origin: scraper

        """

    @Test("is added as a file, and known from then on")
    func added() throws {
        let catalogue = try LayoutCatalogue(files: [("mine.yaml", Self.good)])
        let recognition = catalogue.recognise([["Gathered by", "e-mail"], ["A Machine", "a@example.com"]])
        #expect(recognition.layout?.id == "mine")
        #expect(recognition.origin(of: ["A Machine", "a@example.com"]).origin == .scraper)
    }

    @Test("is another one's where a column stands that it must not have")
    func mustNot() throws {
        let text = Self.good.replacing("example:", with: "must not: [Shoe Size]\nexample:")
        let catalogue = try LayoutCatalogue(files: [("mine.yaml", text)])
        #expect(catalogue.recognise([["Email", "Gathered By", "Colour"]]).layout?.id == "mine")
        #expect(catalogue.recognise([["Email", "Gathered By", "shoe size"]]).layout == nil)
    }

    @Test(
        "is refused with the place of the fault and the nearest name",
        arguments: [
            ("layout: mine", "layuot: mine", 1, "Did you mean \"layout\"?"),
            ("origin: scraper, str", "origin: scrapper, str", 5, "Did you mean \"scraper\"?"),
            ("strength: proof", "strength: proff", 5, "Did you mean \"proof\"?"),
            ("language: en, must", "langauge: en, must", 7, "Did you mean \"language\"?"),
            ("language: en, must", "language: en, order: exakt, must", 7, "Did you mean \"exact\"?"),
            ("must: [Email, Gathered By]", "must: []", 7, ""),
            ("must: [Email, Gathered By]", "must: [Email, '-']", 7, ""),
            ("headers:\n", "columns: {adress: [Email]}\nheaders:\n", 6, "Did you mean \"address\"?"),
            (
                "headers:\n", "columns: {address: [Email], tag: [E-Mail]}\nheaders:\n", 6,
                "A column has one meaning."
            ),
            ("headers:\n", "rows: [{column: Email, is: x, origin: crm}]\nheaders:\n", 6, ""),
            ("  row: [orla.quimbly@example.com, A Machine]\n", "", 9, ""),
            ("[orla.quimbly@example.com, A Machine]", "[orla.quimbly@example.com]", 9, ""),
            ("evidence: seen; grade A\n", "", 1, ""),
            (
                "header: [Email, Gathered By]", "header: [Email, Gathered]", 9,
                "It needs every column of \"must\" of one of them, and none of \"must not\"."
            ),
        ])
    func refused(part: String, fault: String, line: Int, hint: String) throws {
        let text = Self.good.replacing(part, with: fault)
        try #require(text != Self.good)
        do {
            _ = try LayoutCatalogue(files: [("mine.yaml", text)])
            Issue.record("a faulty layout was read")
        } catch {
            #expect(error.file == "mine.yaml")
            #expect(error.line == line, "\(error)")
            if !hint.isEmpty { #expect(error.hint == hint) }
        }
    }

    @Test("without an example is refused")
    func noExample() throws {
        let text = String(Self.good[..<(try #require(Self.good.range(of: "example:"))).lowerBound])
        do {
            _ = try LayoutCatalogue(files: [("mine.yaml", text)])
            Issue.record("a layout without an example was read")
        } catch {
            #expect(error.message == "the key \"example\" is missing")
        }
    }

    @Test("with the id of another is refused")
    func twice() {
        #expect(throws: YAMLError.self) {
            try LayoutCatalogue(files: [("mine.yaml", Self.good), ("yours.yaml", Self.good)])
        }
    }

    @Test(
        "goes with vocabularies that are read as strictly",
        arguments: [
            ("columns.yaml", "names: {adress: {en: [email]}}"),
            ("columns.yaml", "names: {address: {en: [email]}, tag: {de: [E-Mail]}}"),
            ("columns.yaml", "names: {}\npatterns: [{meaning: tag}]"),
            ("words.yaml", "claims: [{origin: crm, strength: strong, in: [sauce], phrases: [crm]}]"),
            ("words.yaml", "claims: [{origin: crm, strength: strong, in: [profile], phrases: [crm]}]"),
            ("words.yaml", "claims: [{origin: crm, strength: strong, in: [source], phrases: ['é à']}]"),
            ("words.yaml", "claims: [{origin: linkdin, strength: strong, in: [source], phrases: [crm]}]"),
            ("words.yaml", "claim: []"),
        ])
    func vocabulary(file: String, text: String) {
        #expect(throws: YAMLError.self) { try LayoutCatalogue(files: [(file, text)]) }
    }
}
