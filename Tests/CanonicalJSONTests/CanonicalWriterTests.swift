import CanonicalJSON
import Testing

@Suite("JSON written straight to bytes")
struct CanonicalWriterTests {
    private static let texts = [
        "", "plain", "quote \" and \\", "line\nend\ttab\r", "\u{1}\u{8}\u{C}\u{1F}", "grüße 😀",
        "\u{7F}\u{2028}",
    ]

    @Test("is what the tree of the same values gives", arguments: texts)
    func twin(text: String) {
        var writer = CanonicalWriter()
        // Twice in the same memory: nothing of the first may be left.
        for _ in 0..<2 {
            writer.reset()
            writer.beginObject()
            writer.beginObject("empty")
            writer.endObject()
            writer.beginList("items")
            writer.item(text)
            writer.item("b")
            writer.beginObject()
            writer.member("n", Int64(7))
            writer.endObject()
            writer.endList()
            writer.beginList("none")
            writer.endList()
            writer.member("number", Int64(-12))
            writer.member("text", text)
            writer.member("tree", .object([.init("z", 1), .init("a", .string(text))]))
            writer.member("untold", String?.none)
            writer.member("untoldTree", JSONValue?.none)
            writer.endObject()
        }
        let tree = JSONValue.object([
            .init("text", .string(text)), .init("number", -12), .init("none", []),
            .init("tree", .object([.init("a", .string(text)), .init("z", 1)])),
            .init("items", [.string(text), "b", .object([.init("n", 7)])]), .init("empty", .object([])),
        ])
        #expect(writer.bytes == tree.canonicalBytes)
        #expect((try? JSONValue(readingCanonical: writer.bytes)) != nil)
    }
}
