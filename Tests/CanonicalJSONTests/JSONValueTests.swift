import CanonicalJSON
import TestSupport
import Testing

@Suite("Canonical JSON (RFC 8785)")
struct JSONValueTests {
    @Test(
        "escapes as little as it may",
        arguments: [
            ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#), ("\"\\/", #""\"\\/""#),
            ("\u{0}\u{1F}", #""\u0000\u001f""#),
            ("\u{7F}\u{20AC}$\u{1F600}", "\"\u{7F}\u{20AC}$\u{1F600}\""), ("\u{2028}", "\"\u{2028}\""),
            ("e\u{301}", "\"e\u{301}\""),
        ])
    func escapes(text: String, canonical: String) {
        #expect(JSONValue.string(text).canonicalBytes == Array(canonical.utf8))
    }

    @Test("sorts names by UTF-16 code units (the example of section 3.2.3)")
    func order() {
        let names = ["\u{20AC}", "\r", "\u{FB33}", "1", "\u{1F600}", "\u{80}", "\u{F6}"]
        let value = JSONValue.object(names.map { .init($0, .integer(1)) })
        let sorted = ["\\r", "1", "\u{80}", "\u{F6}", "\u{20AC}", "\u{1F600}", "\u{FB33}"]
        #expect(value.canonical == "{" + sorted.map { "\"\($0)\":1" }.joined(separator: ",") + "}")
    }

    @Test(
        "what is canonical is read and written back byte for byte",
        arguments: [
            "null", "true", "[]", "{}", #"{"a":[1,-2,{"b":null}],"c":"x"}"#, "9007199254740991",
            "-9007199254740991",
            "\"\u{1F600}\"", #"{"":""}"#,
        ])
    func roundTrip(text: String) throws {
        #expect(try JSONValue(readingCanonical: Array(text.utf8)).canonical == text)
    }

    @Test(
        "two texts of one record are refused",
        arguments: [
            " {}", "{} ", "{}\n", #"{"b":1,"a":2}"#, #"{"a":1,"a":1}"#, #"{"a":1,"a":2}"#, "[1, 2]", "[1,]",
            "1.0",
            "1e2", "-0", "01",
            #""\u0041""#, #""\/""#, #""\u00e9""#, "\u{FEFF}{}", #""\uD800""#,
        ])
    func notCanonical(text: String) {
        #expect(throws: JSONValue.ReadingError.self) { try JSONValue(readingCanonical: Array(text.utf8)) }
    }

    /// Pieces of which texts are made that are JSON now and then, and canonical more seldom.
    private static let pieces = [
        "{", "}", "[", "]", ",", ":", "\"a\"", "\"b\"", "\"\"", "\"\u{E9}\"", "\"e\u{301}\"", "\"\\n\"",
        "\"\\u0041\"",
        "\"\t\"", "0", "-0", "01", "-7", "1.0", "1e2", "9007199254740991", "9007199254740992", "true",
        "false", "null",
        "nul", " ", "\n", "\u{FEFF}", "\u{7F}", "\"\u{1F600}\"", "\"", "\\",
    ]

    @Test(
        "what is read straight from its bytes is what the plain way reads, and nothing else is read",
        arguments: 0..<8)
    func straight(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var count = 0
        for _ in 0..<20_000 {
            let bytes = Array(Self.text(&random, depth: 0).utf8)
            let plain = (try? JSONValue(reading: bytes)).flatMap { $0.canonicalBytes == bytes ? $0 : nil }
            #expect(
                (try? JSONValue(readingCanonical: bytes)) == plain,
                "\(String(decoding: bytes, as: UTF8.self))")
            if plain != nil { count += 1 }
        }
        #expect(count > 1000)
    }

    /// A text that is nearly always JSON, with a piece out of place now and then.
    private static func text(_ random: inout SeededRandom, depth: Int) -> String {
        if Int.random(in: 0..<40, using: &random) == 0 { return pieces.randomElement(using: &random) ?? "" }
        let many = 0..<Int.random(in: 0..<4, using: &random)
        switch Int.random(in: 0..<(depth < 4 ? 4 : 2), using: &random) {
        case 0: return ["0", "-7", "42", "true", "null"].randomElement(using: &random) ?? ""
        case 1: return ["\"\"", "\"x\"", "\"\u{E9}\"", "\"\\n\""].randomElement(using: &random) ?? ""
        case 2: return "[" + many.map { _ in text(&random, depth: depth + 1) }.joined(separator: ",") + "]"
        default:
            let names = many.map { _ in ["a", "b", "c", "d", "\u{E9}"].randomElement(using: &random) ?? "" }
            let ordered = Bool.random(using: &random) ? Array(Set(names)).sorted() : names
            return "{"
                + ordered.map { "\"\($0)\":" + text(&random, depth: depth + 1) }.joined(separator: ",") + "}"
        }
    }

    @Test("what lies deep is read in the plain way", arguments: [63, 64, 65, 200])
    func deep(levels: Int) throws {
        let text = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        #expect(try JSONValue(readingCanonical: Array(text.utf8)).canonical == text)
    }

    @Test(
        "what is no JSON, or has fractions or too great numbers, is not read at all",
        arguments: [
            "", "{", "{a:1}", "nul", "1.5", "1e400", "9007199254740992", "-9007199254740992",
            "18446744073709551616",
            #"{"a":1.5}"#, "[1]x",
        ])
    func unreadable(text: String) {
        #expect(throws: JSONValue.ReadingError.self) { try JSONValue(reading: Array(text.utf8)) }
    }

    @Test(
        "bytes that are not UTF-8, and nesting without end, end in an error",
        arguments: [
            [0x22, 0xFF, 0x22], [UInt8](repeating: 0x5B, count: 100_000), [0xC0, 0x80], [0],
        ])
    func hostile(bytes: [UInt8]) {
        #expect(throws: JSONValue.ReadingError.self) { try JSONValue(readingCanonical: bytes) }
    }

    @Test("for people, members keep their order")
    func pretty() {
        let value: JSONValue = ["b": 1, "a": [true], "c": [], "d": .object([])]
        #expect(value.pretty == "{\n  \"b\": 1,\n  \"a\": [\n    true\n  ],\n  \"c\": [],\n  \"d\": {}\n}\n")
        #expect(value["a"]?.items?.first?.truth == true)
        #expect(value["x"] == nil)
        #expect(JSONValue.object(of: ["a": 1, "b": nil]).canonical == #"{"a":1}"#)
    }
}
