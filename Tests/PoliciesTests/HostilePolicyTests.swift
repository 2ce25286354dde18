import Consent
import StrictYAML
import Testing

@testable import Policies

@Suite("A hostile file of any kind")
struct HostilePolicyTests {
    typealias Text = PolicyText

    static let head = "policy: mine\ntitle: Mine\ndescription: For tests.\n"

    /// A library of parents that mean no good, beside the shipped policies.
    static let library: PolicyLibrary = {
        var files: [String: String] = [
            "loop": "policy: loop\ntitle: T\ndescription: D\nextends: pool\n",
            "pool": "policy: pool\ntitle: T\ndescription: D\nextends: loop\n",
            "liar": "policy: other\ntitle: T\ndescription: D\nextends: gdpr\n",
            "broken": "policy: broken\ntitle: [\n",
            "bomb": "policy: &a bomb\ntitle: *a\n",
        ]
        for depth in 0..<20 {
            files["deep-\(depth)"] =
                "policy: deep-\(depth)\ntitle: T\ndescription: D\nextends: deep-\(depth + 1)\n"
        }
        let all = files
        return PolicyLibrary(names: all.keys.sorted() + ShippedPolicies.names) { name in
            all[name].map { PolicySource(name: name + ".yaml", text: $0) }
                ?? ShippedPolicies.source(named: name)
        }
    }()

    static func error(_ text: String) -> PolicyError? {
        do {
            _ = try Policy(parsing: text, file: "mine.yaml", library: library)
            return nil
        } catch {
            return error
        }
    }

    static func profile(_ more: String) -> String { head + "extends: gdpr\n" + more }

    @Test(
        "a profile is refused with the place, and with what to do",
        arguments: [
            ("adjust: {H01: hold, H01: reject}", "the key \"H01\" stands twice in this mapping", 5),
            ("adjust:\n  H01: hold\n  \"H01\": reject", "the key \"H01\" stands twice in this mapping", 6),
            (
                "parameters: {renewAfter: 1 month, renewAfter: 2 months}",
                "the key \"renewAfter\" stands twice in this mapping", 5
            ),
            ("adjust: {}\nadjust: {}", "the key \"adjust\" stands twice in this mapping", 5),
            ("adjust: {L99: off}", "unknown rule \"L99\"", 5),
            ("adjust: {S01: off}", "rule S01 cannot be turned off: nobody may override it", 5),
            ("adjust: {S01: warn}", "rule S01 may not be made to warn", 5),
            ("adjust: {H01: of}", "unknown change \"of\"", 5),
            ("adjust: {H01: false}", "unknown change \"false\"", 5),
            ("adjust: {H01: [off]}", "expected a text, found a list", 5),
            ("adjust: [H01]", "expected keys and values, found a list", 5),
            ("adjust: {H01: &x off}", "anchors and aliases (& and *) are not allowed", 5),
            ("adjust: {H01: !!int off}", "tags (!) are not allowed", 5),
            ("adjust:\n\tH01: off", "found character that cannot start any token", 6),
            ("ask: H01", "expected a list, found a text", 5),
            ("ask: [L99]", "unknown rule \"L99\"", 5),
            ("ask: [H01]", "rule H01 needs nothing that is declared", 5),
            ("ask: [H01, H01]", "\"H01\" stands twice in this list", 5),
            ("parameters: {renwAfter: 1 month}", "unknown parameter \"renwAfter\"", 5),
            ("parameters: {renewAfter: 24}", "expected a period, found \"24\"", 5),
            ("parameters: {renewAfter: -1 months}", "expected a period, found \"-1 months\"", 5),
            ("parameters: {renewAfter: 99999999999999999999 months}", "a period counts from 1 to 1000000", 5),
            ("parameters: {renewAfter: [1 month]}", "expected a text, found a list", 5),
            ("parameters: {coverage: 101}", "101 is not from 0 to 100", 5),
            ("parameters: {coverage: 99999999999999999999}", "expected a whole number from 0 to 100", 5),
            ("parameters: {coverage: 1e2}", "expected a whole number from 0 to 100", 5),
            ("parameters: {doubleOptIn: DE}", "expected a list, found a text", 5),
            ("parameters: {doubleOptIn: [Germany]}", "unknown country \"Germany\"", 5),
            ("parameters: {renewBy: 2026-02-30}", "expected a time, found \"2026-02-30\"", 5),
            ("parameters: {fourEyes: maybe}", "expected true or false, found \"maybe\"", 5),
            ("parameters: {fourEyes: \"true\"}", "expected true or false, found a text", 5),
            ("rules: {}", "expected a list, found a mapping", 5),
            ("rules: [1]", "expected keys and values, found a text", 5),
            ("rulse: []", "unknown key \"rulse\"", 5),
        ])
    func profiles(more: String, message: String, line: Int) throws {
        let error = try #require(Self.error(Self.profile(more)))
        #expect((error.message, error.line) == (message, line), "\(error)")
        #expect(error.column > 0 && error.file == "mine.yaml")
    }

    @Test(
        "a rule of a profile is refused with the place",
        arguments: [
            ("OWN-1", "{record.givenAt: {olderThan: $renwAfter}}", "unknown parameter \"renwAfter\"", 8),
            ("OWN-1", "{record.givenAt: {olderThan: $}}", "unknown parameter \"\"", 8),
            ("OWN-1", "{row.country: $renewAfter}", "unknown value of row.country \"24 months\"", nil),
            ("OWN-1", "{row.ragged: $doubleOptIn}", "expected true or false, found \"DE\"", nil),
            ("OWN-1", "{all: $doubleOptIn}", "expected keys and values, found a text", nil),
            ("OWN-1", "{$renewAfter: true}", "unknown condition \"$renewAfter\"", 8),
            ("L01", "{row.ragged: true}", "L01 is a rule of the catalogue, which this policy builds on", 6),
            ("OWN-é", "{row.ragged: true}", "unknown rule \"OWN-é\"", 6),
        ] as [(String, String, String, Int?)])
    func rules(id: String, when: String, message: String, line: Int?) throws {
        let error = try #require(Self.error(Self.profile("rules:\n" + Text.rule(id, when: when))))
        #expect(error.message == message)
        // What a setting holds stands where the setting is written.
        if let line { #expect(error.line == line, "\(error)") }
        #expect(error.line > 0)
    }

    @Test("a rule that stands twice is refused, in one policy and over several")
    func doubles() throws {
        let twice =
            Text.rule("OWN-1", when: "{row.ragged: true}") + Text.rule("OWN-1", when: "{row.ragged: false}")
        let error = try #require(Self.error(Self.profile("rules:\n" + twice)))
        #expect((error.message, error.hint) == ("rule OWN-1 stands twice", "It stands on line 6 already."))
    }

    @Test(
        "a policy that builds on what is not sound is refused",
        arguments: [
            ("loop", "the policy loop builds on itself"), ("nowhere", "unknown policy \"nowhere\""),
            ("mine", "the policy mine builds on itself"),
            ("liar", "the file liar.yaml holds the policy other and not liar"),
            ("deep-0", "policies build on each other over 8 deep"),
            ("../gdpr", "expected a short name, found \"../gdpr\""),
            ("/etc/passwd", "expected a short name, found \"/etc/passwd\""),
            ("[gdpr]", "expected a text, found a list"), ("~", "expected a short name, found \"~\""),
            ("bomb", "anchors and aliases (& and *) are not allowed"),
        ])
    func parents(parent: String, message: String) throws {
        let error = try #require(Self.error(Self.head + "extends: \(parent)\n"))
        #expect(error.message == message)
        #expect(error.line > 0)
        #expect(Self.error(Self.head + "extends: broken\n")?.file == "broken.yaml")
    }

    @Test(
        "a file of texts is refused",
        arguments: [
            "language: xx\nrules: {}\n", "language: en\nrules: []\n", "rules: {}\n",
            "language: en\nrules: {L99: {reason: a, cure: b}}\n",
            "language: en\nrules: {L01: {reason: a}}\n",
            "language: en\nrules: {L01: {reason: a, cure: b}, L01: {reason: a, cure: b}}\n",
            "language: en\nrules: {L01: {reason: \" \", cure: b}}\n",
            "language: en\nrules: {L01: {reason: \"a\\e[2J\", cure: b}}\n",
            "language: en\nrules: {L01: {reason: a, cure: b, law: c}}\n",
            "language: en\nrules: {L01: &a {reason: a, cure: b}}\n",
            "language: en\nrules:\n\tL01: {}\n",
            "language: en\nrules: {L01: {reason: [a], cure: b}}\n",
            "language: en\nrules: {L01: {reason: \(String(repeating: "x", count: 3000)), cure: b}}\n",
        ])
    func texts(text: String) throws {
        let error = try #require(throws: YAMLError.self) { try RuleTexts(parsing: text, file: "en.yaml") }
        #expect(error.line > 0)
    }

    @Test(
        "a file of examples is refused",
        arguments: [
            "base: {a: {row.age: 9223372036854775808}}\nexamples: []\n",
            "base: {a: {row.age: 1}, a: {row.age: 2}}\nexamples: []\n",
            "base: {a: {row.age: 1, row.age: 2}}\nexamples: []\n",
            "base: {\"a b\": {}}\nexamples: []\n", "base: []\nexamples: []\n", "examples: {a: 1}\n",
            "examples: [1]\n", "examples: [{}]\n", "examples:\n\t- a\n",
            "examples:\n  - &a {name: a, expect: {verdict: accept}}\n",
            "examples:\n  - {name: a, facts: {row.ragged: \"true\"}, expect: {verdict: accept}}\n",
            "examples:\n  - {name: a, facts: {run.now: 1}, expect: {verdict: accept}}\n",
            "examples:\n  - {name: a, list: [], now: 2026-01-01T00:00:00Z, expect: [{row: 1, verdict: accept}]}\n",
            "examples:\n  - {name: a, list: \"\", now: 2026-01-01T00:00:00Z, expect: [{row: 1, verdict: accept}]}\n",
            "examples:\n  - {name: a, list: x, now: 2026-01-01T00:00:00Z, expect: [{row: 9223372036854775808, verdict: accept}]}\n",
            "examples:\n  - {name: a, list: x, now: 2026-01-01T00:00:00Z, expect: []}\n",
            "examples:\n  - {name: a, list: x, facts: {}, now: 2026-01-01T00:00:00Z, expect: []}\n",
            String(repeating: "examples: [", count: 5000),
        ])
    func examples(text: String) throws {
        let error = try #require(throws: PolicyError.self) {
            try PolicyExamples(parsing: text, file: "x.yaml")
        }
        #expect(error.line > 0 && error.column > 0)
        #expect(throws: YAMLError.self) {
            try CatalogueExamples.examples(of: [PolicySource(name: "catalogue/X.examples.yaml", text: text)])
        }
    }

    @Test("a megabyte of rules is read and looked through, or refused, and soon", .timeLimit(.minutes(2)))
    func megabyte() throws {
        let room = (1 << 20) - 10_000
        var rules = ""
        var count = 0
        while rules.utf8.count < room {
            count += 1
            rules += Text.rule("OWN-\(count)", when: "{row.age: {atLeast: \(count), atMost: \(count * 2)}}")
        }
        let policy = try Policy(parsing: Text.head + Text.s01 + rules, file: "x.yaml")
        #expect(policy.rules.count == count + 1)
        #expect(policy.analysis().undecided > 0)
        #expect(Self.error(Self.profile("rules:\n" + rules + rules))?.message == "the file is over 1 MiB")
        let facts = try Text.facts([.rowAge: "3", .rowLinkedIn: "false"])
        #expect(policy.judge(facts).verdict == .hold)
    }

    @Test("a condition as large as a file is read and looked through, and soon", .timeLimit(.minutes(2)))
    func largeCondition() throws {
        let tests = (0..<20_000).map { "{row.age: \($0)}" }.joined(separator: ", ")
        let policy = try Policy(parsing: Text.asking("{any: [\(tests)]}"), file: "x.yaml")
        #expect(policy.analysis().undecided > 0)
        let several = (0..<400).map { "{row.age: {atLeast: \($0)}}" }.joined(separator: ", ")
        _ = try Policy(parsing: Text.asking("{all: [\(several)]}"), file: "x.yaml").analysis()
    }
}
