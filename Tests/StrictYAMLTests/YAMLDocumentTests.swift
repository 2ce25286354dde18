import StrictYAML
import Testing

@Suite("A strict YAML file")
struct YAMLDocumentTests {
    func parse(_ text: String) throws -> YAMLNode { try YAMLDocument.parse(text, file: "x.yaml") }

    func error(_ text: String) -> YAMLError? {
        do {
            _ = try YAMLDocument.parse(text, file: "x.yaml")
            return nil
        } catch {
            return error
        }
    }

    @Test("gives values with their places")
    func places() throws {
        let root = try parse("a: 1\nb:\n  - x\n  - \"true\"\n").mapping()
        #expect(try root.required("a").integer(in: 0...9) == 1)
        let items = try root.required("b").list()
        #expect(items.map(\.line) == [3, 4])
        #expect(items.map(\.column) == [5, 5])
        #expect(throws: YAMLError.self) { try items[1].boolean() }
    }

    @Test("NO is a country and never a boolean by accident")
    func norway() throws {
        let root = try parse("country: NO\non: off\n").mapping()
        #expect(try root.required("country").text() == "NO")
        #expect(try root.required("on").text() == "off")
    }

    @Test(
        "refuses what could be misread or unfold",
        arguments: [
            ("a: &x 1\nb: *x\n", 1, 4), ("a: 1\nb: [*x]\n", 2, 5), ("? &a [1]\n: 1\n", 1, 3),
            ("- *a\n", 1, 3), ("*a : 1\n", 1, 1),
            ("a: 1\na: 2\n", 1, 1), ("1: a\n\"1\": b\n", 1, 1), ("a:\n\tb: 1\n", 2, 1),
            ("a: !!int 3\n", 1, 4),
            ("---\na: 1\n---\nb: 2\n", 3, 1),
            ("[a]: 1\n", 1, 1), ("a: [1\n", 2, 1), ("", 1, 1),
        ])
    func refuses(text: String, line: Int, column: Int) throws {
        let found = try #require(error(text))
        #expect(found.line == line, "\(found)")
        #expect(found.column == column, "\(found)")
    }

    @Test("an ampersand within a text is a text")
    func ampersand() throws {
        #expect(try parse("a: AT&T & friends * 2\n").mapping().required("a").text() == "AT&T & friends * 2")
    }

    @Test("a bomb of aliases is refused at once, in values and in keys")
    func bomb() {
        var values = "a: &a [x, x]\n"
        for (name, before) in zip("bcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwxy") {
            values += "\(name): &\(name) [*\(before),*\(before),*\(before),*\(before)]\n"
        }
        #expect(error(values)?.message.contains("anchors and aliases") == true)
        #expect(error(values + "? *z\n: 1\n")?.line == 1)
    }

    @Test("deep nesting and large files are refused, not crashed on")
    func limits() {
        #expect(error(String(repeating: "[", count: 100_000)) != nil)
        #expect(error(String(repeating: "a: {", count: 50) + String(repeating: "}", count: 50)) != nil)
        #expect(
            error("a: \"" + String(repeating: "x", count: 1 << 20) + "\"")?.message
                == "the file is over 1 MiB")
    }

    @Test("an unknown key names the nearest known one")
    func nearest() throws {
        let mapping = try parse("verdct: hold\n").mapping()
        do {
            try mapping.allowOnly(["verdict", "reason"])
            Issue.record("an unknown key passed")
        } catch {
            #expect(error.description.contains("x.yaml:1:1: unknown key \"verdct\""))
            #expect(error.hint == "Did you mean \"verdict\"?")
        }
    }

    @Test("an error steers no terminal, and points at nothing that is cut off")
    func printable() throws {
        let key = try parse("\"a\\e[2Jb\": 1\n").mapping()
        let unknown = #expect(throws: YAMLError.self) { try key.allowOnly(["verdict"]) }
        #expect(unknown?.description.unicodeScalars.contains("\u{1B}") == false)
        let far = try #require(error("a: " + String(repeating: "x ", count: 300) + ": y"))
        #expect(far.description.count < 500, "\(far)")
    }
}
