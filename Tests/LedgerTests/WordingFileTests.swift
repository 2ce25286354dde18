import Consent
import Ledger
import Testing

@Suite("The file of a wording")
struct WordingFileTests {
    private func parse(_ text: String) throws(LedgerError) -> WordingFile {
        try WordingFile(parsing: Array(text.utf8), name: "news.md")
    }

    /// The example with a line replaced by others.
    private func example(_ line: String, _ replacement: String) -> String {
        WordingFile.example.replacing(line, with: replacement)
    }

    @Test(
        "is refused with file, line and column",
        arguments: [
            ("id: newsletter", "id: News Letter", "news.md:2:5: \"News Letter\" is no id"),
            ("id: newsletter", "id:", "news.md:2:4: expected a text, found nothing"),
            ("language: en", "language: english", "news.md:3:11: \"english\" is no language"),
            ("language: en", "language: [en]", "news.md:3:11: expected a text"),
            (
                "purposes: [newsletter]", "purposes: []",
                "news.md:4:11: a wording asks for at least one purpose"
            ),
            ("purposes: [newsletter]", "purposes: [a, B C]", "news.md:4:11: \"B C\" is no purpose"),
            (
                "pre-ticked: false", "pre-ticked: maybe",
                "news.md:7:13: expected true or false, found \"maybe\""
            ),
            ("pre-ticked: false", "pre-ticked: \"false\"", "news.md:7:13: expected true or false"),
            ("bundled: false", "bundeld: false", "news.md:8:1: unknown key \"bundeld\""),
            (
                "bundled: false", "bundled: false\nBundled: true",
                "news.md:9:1: the key \"bundled\" stands twice"
            ),
            ("bundled: false", "bundled: false\nchannels: [fax]", "news.md:9:11: unknown channel \"fax\""),
            (
                "bundled: false", "bundled: false\nchannels: []",
                "news.md:9:11: a wording asks for at least one"
            ),
            (
                "bundled: false", "bundled: false\nvalid from: 2026-10-02",
                "news.md:9:13: This is a day without"
            ),
            ("bundled: false", "bundled: false\nvalid from: soon", "news.md:9:13: This is not a time"),
            ("bundled: false\n", "", "news.md:2:1: not answered: bundled"),
            ("id: newsletter", "id: &a newsletter", "news.md:2:5: anchors and aliases"),
            ("id: newsletter", "id: [", "news.md:4:9: did not find expected"),
        ])
    func errors(line: String, replacement: String, beginning: String) {
        let error = ledgerError { _ = try parse(example(line, replacement)) }
        #expect(error?.code == .invalidWording)
        #expect(error?.message.hasPrefix(beginning) == true, "\(error?.message ?? "accepted")")
    }

    @Test(
        "is refused when it is no text with answers at its top",
        arguments: [
            ("", "begin with answers"), ("Yes, send me the newsletter.", "begin with answers"),
            ("---\nid: a\n", "begin with answers"), ("---\n---\nYes", "expected keys and values"),
            (
                WordingFile.example.replacing("Yes, send me the monthly newsletter.", with: " ").replacing(
                    "I can stop it at any time with the link in every mail.", with: "\n"), "has no text"
            ),
            ("---\nid: a\u{0}\n---\nYes", "not UTF-8"),
        ])
    func noWording(text: String, words: String) {
        let error = ledgerError { _ = try parse(text) }
        #expect(error?.code == .invalidWording)
        #expect(error?.message.contains("news.md:") == true)
    }

    @Test("is refused when it is not UTF-8")
    func notUTF8() {
        let bytes: [UInt8] = Array("---\nid: ".utf8) + [0xE4, 0xFF] + Array("\n---\nJa".utf8)
        let error = ledgerError { _ = try WordingFile(parsing: bytes, name: "news.md") }
        #expect(error?.code == .invalidWording)
        #expect(error?.message.hasPrefix("news.md:1:1: the file is not UTF-8 text") == true)
    }

    @Test("answers more when it is asked, and what is not answered is unknown")
    func furtherAnswers() throws {
        let folder = try LedgerFolder()
        let ledger = try folder.open()
        let (plain, _) = try ledger.publish(parse(WordingFile.example))
        #expect(plain.checklist.topicNamed == nil && plain.checklist.materialChange == nil)
        let more =
            "bundled: false\ntopic named: true\npartnersUnnamed: false\nContact given: yes\ntracking_covered: no\n"
            + "material change: true"
        _ = try ledger.publish(parse(example("bundled: false", more)))
        let list = try #require(try folder.open(create: false).wordings.last?.checklist)
        #expect(list.topicNamed == true && list.partnersUnnamed == false && list.contactGiven == true)
        #expect(list.trackingCovered == false && list.materialChange == true)
        #expect(try folder.open(create: false).wordings.first?.checklist == plain.checklist)
    }

    @Test("says the nearest key, and shows an example")
    func hints() {
        let error = ledgerError { _ = try parse(example("bundled: false", "bundeld: false")) }
        #expect(error?.message.contains("Did you mean \"bundled\"?") == true)
        #expect(error?.hint.contains(WordingFile.example) == true)
    }

    @Test(
        "says the same whatever its line ends, its mark and the spelling of its keys",
        arguments: [
            WordingFile.example.replacing("\n", with: "\r\n"), "\u{FEFF}" + WordingFile.example,
            "\u{FEFF}" + WordingFile.example.replacing("\n", with: "\r\n"),
            WordingFile.example.replacing("pre-ticked", with: "preTicked"),
            WordingFile.example.replacing("controller named", with: "Controller_Named"),
        ])
    func lineEnds(text: String) throws {
        let folder = try LedgerFolder()
        let ledger = try folder.open()
        let (plain, _) = try ledger.publish(parse(WordingFile.example))
        let (other, isNew) = try ledger.publish(parse(text))
        #expect(other.text == plain.text)
        #expect(other.checklist == plain.checklist)
        // The digest is that of the file as it lies, so that anybody can hash it again.
        #expect(isNew)
        #expect(other.reference.version == 2)
    }
}
