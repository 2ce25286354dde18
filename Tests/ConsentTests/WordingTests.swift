import Consent
import Testing

@Suite("The text of a wording")
struct WordingTests {
    private func wording(_ text: String) throws -> Wording {
        Wording(
            reference: try #require(WordingReference(id: "news", version: 1)), language: "en",
            purposes: [.newsletter],
            text: text, digest: try #require(ContentDigest(hex: String(repeating: "0", count: 64))),
            validFrom: nil,
            checklist: .init(
                controllerNamed: true, withdrawalExplained: true, preTicked: false, bundled: false))
    }

    @Test(
        "that is nothing but a link shows nothing that was agreed to",
        arguments: [
            "https://example.org/privacy", "  http://example.org/\n", "www.example.org/privacy",
            "HTTPS://EXAMPLE.ORG",
            "<https://example.org/privacy>", "[Our privacy notice](https://example.org/privacy)\n",
        ])
    func link(text: String) throws {
        #expect(try wording(text).isLink)
    }

    @Test(
        "that says something is none",
        arguments: [
            "Yes, send me the newsletter.", "I agree: https://example.org/privacy", "Oui, à tout moment",
            "\u{A0}Yes, at once", "Sí\u{A0}dice",
            "[x] Yes, send me mail",
            "[]",
            "[Yes](https://a.example) and [no](https://b.example)", "[", "](", "[](", "<>", "", "[a](b)",
            "[Yes, send me the newsletter](https://a.example), at any time to be stopped (see there)",
        ])
    func text(text: String) throws {
        #expect(!(try wording(text).isLink))
    }
}
