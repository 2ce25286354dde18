import Consent
import Policies
import Testing

@Suite("A policy file")
struct PolicyTests {
    typealias Text = PolicyText

    @Test("gives its rules as they stand, with the whole text")
    func reads() throws {
        let text =
            Text.head + Text.s01 + Text.rule("X01", when: "{run.purposeDeclared: false}", more: "scope: list")
        let policy = try Policy(parsing: text, file: "trial.yaml")
        #expect(policy.id == "trial")
        #expect(policy.title == "A trial")
        #expect(policy.description == "For tests.")
        #expect(policy.text == text)
        #expect(policy.rules.map(\.id) == ["S01", "X01"])
        #expect(policy.rules.map(\.scope) == [.contact, .list])
        #expect(policy.rules.map(\.line) == [5, 13])
        let first = try #require(policy.rules.first)
        #expect(first.effect == .reject)
        #expect(first.override == .never)
        #expect(first.jurisdiction == nil)
        #expect(first.facts == [.rowLinkedIn, .recordExplicit])
    }

    static func with(_ line: String, instead old: String) -> String {
        let rule = Text.rule("OWN-1", when: "{row.ragged: true}")
        let changed = rule.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.hasSuffix(old) ? $0.prefix { $0 == " " || $0 == "-" } + line : String($0)
        }
        return Text.head + Text.s01 + changed.joined(separator: "\n")
    }

    @Test(
        "is refused to the last key, with place, line and nearest name",
        arguments: [
            (
                with("verdct: hold", instead: "verdict: hold"), 16, 5, "unknown key \"verdct\"",
                "Did you mean \"verdict\"?"
            ),
            (
                with("verdict: hld", instead: "verdict: hold"), 16, 14, "unknown verdict \"hld\"",
                "Did you mean \"hold\"?"
            ),
            (
                with("verdict: refuse", instead: "verdict: hold"), 16, 14, "unknown verdict \"refuse\"",
                "Known are: accept, hold, reject, warn."
            ),
            (
                with("override: nevr", instead: "override: never"), 20, 15, "unknown override \"nevr\"",
                "Did you mean \"never\"?"
            ),
            (
                with("id: L1", instead: "id: OWN-1"), 13, 9, "unknown rule \"L1\"",
                "Did you mean \"L01\"? Rules of your own have ids such as OWN-1."
            ),
            (with("id: OWN-", instead: "id: OWN-1"), 13, 9, "unknown rule \"OWN-\"", nil),
            (
                with("id: own-rule", instead: "id: OWN-1"), 13, 9, "unknown rule \"own-rule\"",
                "Rules of your own have ids such as OWN-1."
            ),
            (
                with("id: S01", instead: "id: OWN-1"), 13, 9, "rule S01 stands twice",
                "It stands on line 5 already."
            ),
            (
                with("slug: Two Words", instead: "slug: trial"), 14, 11,
                "expected a short name, found \"Two Words\"", nil
            ),
            (with("reason:", instead: "reason: A reason."), 17, 12, "expected a text, found nothing", nil),
            (
                with("reason: \"  \"", instead: "reason: A reason."), 17, 13,
                "expected a text, found nothing", nil
            ),
            (with("law: ''", instead: "law: A law."), 18, 10, "expected a text, found nothing", nil),
            (with("cure: \"\"", instead: "cure: A cure."), 19, 11, "expected a text, found nothing", nil),
            (with("cure: [a, b]", instead: "cure: A cure."), 19, 11, "expected a text, found a list", nil),
            (
                with("law: \"a\\0b\"", instead: "law: A law."), 18, 10, "the text holds a control character",
                nil
            ),
            (
                with("law: \"\\e[2J\"", instead: "law: A law."), 18, 10, "the text holds a control character",
                nil
            ),
            (with("scope: list", instead: "cure: A cure."), 13, 5, "the key \"cure\" is missing", nil),
        ] as [(String, Int, Int, String, String?)])
    func refuses(text: String, line: Int, column: Int, message: String, hint: String?) throws {
        let error = try #require(Text.error(text))
        #expect(error.code == .malformed)
        #expect(error.message == message)
        #expect((error.line, error.column) == (line, column), "\(error)")
        #expect(!error.sourceLine.isEmpty)
        if let hint { #expect(error.hint == hint) }
    }

    @Test(
        "needs its head",
        arguments: [
            ("", "the file is empty"), ("rules: []\n", "the key \"policy\" is missing"),
            ("policy: a\ntitle: b\ndescription: c\n", "the key \"rules\" is missing"),
            ("policy: a\ntitle: b\ndescription: c\nrules: []\n", "a policy needs at least one rule"),
            ("policy: a\ntitle: b\ndescription: c\nrules: {}\n", "expected a list, found a mapping"),
            ("policy: A B\ntitle: b\ndescription: c\nrules: []\n", "expected a short name, found \"A B\""),
            ("policy: a\ntitle: ''\ndescription: c\nrules: []\n", "expected a text, found nothing"),
            ("policy: a\nextend: gdpr\n", "unknown key \"extend\""),
            ("- policy: a\n", "expected keys and values, found a list"),
        ])
    func head(text: String, message: String) {
        #expect(Text.error(text)?.message == message)
    }

    @Test("a rule about the list does not ask for a contact")
    func listScope() {
        let text = Text.head + Text.s01 + Text.rule("X01", when: "{row.ragged: true}", more: "scope: list")
        #expect(
            Text.error(text)?.message
                == "rule X01 is about the whole list, and row.ragged differs from contact to contact")
    }

    @Test("an error reads like a good compiler's")
    func compilerStyle() {
        let text = Text.asking("{record.stat: given}")
        #expect(
            Text.error(text)?.description == """
                trial.yaml:15:12: unknown fact "record.stat"
                        when: {record.stat: given}
                               ^
                Did you mean "record.state"?
                """)
    }

    @Test("texts are brought onto one line")
    func sentences() throws {
        let text = Self.with("reason: \"One\\n  two\\tthree \"", instead: "reason: A reason.")
        #expect(try Policy(parsing: text, file: "x").rules.last?.reason == "One two three")
    }
}
