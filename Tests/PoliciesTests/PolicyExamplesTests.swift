import Consent
import Policies
import Testing

@Suite("Examples beside a policy")
struct PolicyExamplesTests {
    typealias Text = PolicyText

    static let policy =
        Text.head + Text.s01
        + Text.rule("H09", when: "{row.ragged: true}")
        + Text.rule("S02", when: "{list.linkedinExport: true}", verdict: "warn")

    func run(_ text: String) throws -> ExampleReport {
        let policy = try Policy(parsing: Self.policy, file: "trial.yaml")
        return try PolicyExamples(parsing: text, file: "trial.examples.yaml").run(against: policy)
    }

    @Test("start from a base, change it, and make parts of it unknown")
    func bases() throws {
        let examples = try PolicyExamples(
            parsing: """
                base:
                  whole: {row.ragged: false, record.givenAt: 2026-10-02T09:15:00Z, row.origin: crm}
                examples:
                  - name: as it is
                    like: whole
                    expect: {verdict: accept}
                  - name: changed
                    like: whole
                    facts: {row.ragged: true}
                    unknown: [record.givenAt]
                    expect: {verdict: hold, rule: H09, also: [S02]}
                """, file: "x")
        let (first, second) = (examples.examples[0], examples.examples[1])
        #expect(first.facts.known == [.rowOrigin, .rowRagged, .recordGivenAt])
        #expect(first.facts[.recordGivenAt]?.description == "2026-10-02T09:15:00Z")
        #expect(second.facts.known == [.rowOrigin, .rowRagged])
        #expect(second.facts[.rowRagged] == .boolean(true))
        #expect(second.expectation.rule == "H09")
        #expect(second.line == 7)
    }

    @Test("print where expected and actual differ")
    func difference() throws {
        let report = try run(
            """
            examples:
              - name: A row that is fine
                facts: {row.ragged: false}
                expect: {verdict: reject, rule: S01}
              - name: A ragged row
                facts: {row.ragged: true}
                expect: {verdict: hold, rule: H09, also: [S02]}
              - name: Another
                facts: {row.ragged: true}
                expect: {verdict: hold, rule: H09}
            """)
        #expect(!report.isComplete)
        #expect(
            report.failures.map(\.difference) == [
                """
                trial.examples.yaml:2: A row that is fine
                  - reject S01
                  + accept
                """,
                """
                trial.examples.yaml:5: A ragged row
                    hold H09
                  - also S02
                """,
            ])
        #expect(report.results[2].difference == nil)
    }

    @Test("name the rules that none of them made decisive, and the warnings that never fired")
    func coverage() throws {
        let ragged = "  - name: a\n    facts: {row.ragged: true}\n    expect: {verdict: hold, rule: H09}\n"
        let both = """
              - name: b
                facts: {row.linkedin: true, row.ragged: true, list.linkedinExport: true}
                expect: {verdict: reject, rule: S01, also: [H09, S02]}

            """
        #expect(try run("examples:\n" + ragged).neverTold == ["S01", "S02"])
        #expect(try run("examples:\n" + both).neverTold == ["H09"])
        #expect(try run("examples:\n" + ragged + both).isComplete)
    }

    @Test(
        "are refused to the last key",
        arguments: [
            ("examples: []\n", "a file of examples needs at least one"),
            ("base: {}\n", "the key \"examples\" is missing"),
            ("exmples: []\n", "unknown key \"exmples\""),
            (
                "examples:\n  - name: a\n    expect: {verdict: accept, rule: L99}\n",
                "unknown rule \"L99\""
            ),
            ("examples:\n  - name: a\n    expect: {verdict: hold}\n", "the key \"rule\" is missing"),
            ("examples:\n  - name: a\n    expect: {verdict: hold, rule: L99}\n", "unknown rule \"L99\""),
            ("examples:\n  - name: a\n    expect: {verdict: warn}\n", "unknown verdict \"warn\""),
            ("examples:\n  - name: a\n    like: b\n    expect: {verdict: accept}\n", "unknown base \"b\""),
            (
                "examples:\n  - name: a\n    facts: {row.raged: true}\n    expect: {verdict: accept}\n",
                "unknown fact \"row.raged\""
            ),
            (
                "examples:\n  - name: a\n    facts: {row.origin: linkedin}\n    expect: {verdict: accept}\n",
                "unknown value of row.origin \"linkedin\""
            ),
            (
                "examples:\n  - name: a\n    facts: {run.now: today}\n    expect: {verdict: accept}\n",
                "expected a time, found \"today\""
            ),
            (
                "examples:\n  - name: a\n    unknown: [now]\n    expect: {verdict: accept}\n",
                "unknown fact \"now\""
            ),
            ("examples:\n  - name: a\n    facts: {}\n", "the key \"expect\" is missing"),
            ("examples:\n  - expect: {verdict: accept}\n", "the key \"name\" is missing"),
            (
                "examples:\n  - {name: a, expect: {verdict: accept}}\n  - {name: a, expect: {verdict: accept}}\n",
                "two examples have the name \"a\""
            ),
        ])
    func refuses(text: String, message: String) throws {
        let error = try #require(throws: PolicyError.self) {
            try PolicyExamples(parsing: text, file: "x.yaml")
        }
        #expect(error.message == message)
        #expect(error.line > 0)
    }
}
