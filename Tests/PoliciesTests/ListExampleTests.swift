import Consent
import Policies
import Testing

@Suite("An example that is a small list and a small ledger")
struct ListExampleTests {
    static let whole = """
        examples:
          - name: Two rows
            now: 2026-11-01T08:00:00Z
            country: DE
            ledger:
              - publish: "the text"
                learnt: 2026-10-01T00:00:00Z
              - record: ada@example.org
                at: 2026-10-02T09:15:00Z
                learnt: 2026-10-02T09:16:00Z
                method: web-form
                wording: newsletter@1
                evidence: [one, two]
                source: our form
                told: {evidenceKind: staff-statement, expiresAt: 2027-01-01T00:00:00Z}
              - withdraw: ben@example.org
                at: 2026-10-03T00:00:00Z
            list: |
              Email
              ada@example.org
              ben@example.org
            expect:
              - {row: 1, verdict: accept}
              - {row: 2, verdict: reject, rule: D01}
        """

    func example(_ text: String = Self.whole) throws -> ListExample {
        try #require(PolicyExamples(parsing: text, file: "x.examples.yaml").lists.first)
    }

    @Test("is read with all its parts")
    func parts() throws {
        let example = try example()
        #expect((example.name, example.place.line, example.purpose) == ("Two rows", 2, .newsletter))
        #expect(example.country == "DE")
        #expect(example.list == "Email\nada@example.org\nben@example.org\n")
        #expect(example.expectations.map(\.rule) == [nil, "D01"])
        #expect(example.acts.count == 3)
        guard case .published("the text", learntAt: .some) = example.acts[0],
            case .happened(let yes) = example.acts[1], case .happened(let stop) = example.acts[2]
        else {
            Issue.record("the acts are others")
            return
        }
        #expect((yes.kind, yes.method, yes.evidence) == (.given, .webForm, ["one", "two"]))
        #expect(yes.wording?.description == "newsletter@1")
        #expect(yes.told == ["evidenceKind": "staff-statement", "expiresAt": "2027-01-01T00:00:00Z"])
        #expect((stop.kind, stop.method) == (.withdrawn, nil))
        #expect(example.firstMoment.description == "2026-10-01T00:00:00Z")
    }

    @Test("shows the rows of which the outcome is another")
    func difference() throws {
        let example = try example()
        let result = ListExampleResult(
            example: example,
            rows: [.init(row: 1, verdict: .hold, rule: "L01"), .init(row: 3, verdict: .accept, rule: nil)])
        #expect(
            result.difference == """
                x.examples.yaml:2: Two rows
                  row 1
                  - accept
                  + hold L01
                  row 2
                  - reject D01
                  + there is no such row
                  row 3
                  - nothing
                  + accept
                """)
        let right = ListExampleResult(
            example: example,
            rows: [.init(row: 1, verdict: .accept, rule: nil), .init(row: 2, verdict: .reject, rule: "D01")])
        #expect(right.isAsExpected && right.difference == nil)
        let report = try PolicyExamples(parsing: Self.whole, file: "x.examples.yaml").run(
            against: ShippedPolicies.policy(named: "gdpr"), lists: [result])
        #expect(report.differences == [try #require(result.difference)])
        #expect(!report.isWhole)
    }

    @Test(
        "is refused to the last key, and no address is told",
        arguments: [
            ("    now: 2026-11-01T08:00:00Z\n", "", "the key \"now\" is missing"),
            ("now: 2026-11-01T08:00:00Z", "now: today", "expected a time, found \"today\""),
            ("country: DE", "country: Germany", "unknown country \"Germany\""),
            ("record: ada@example.org", "record: ada", "expected an address (no-at-sign)"),
            ("record: ada@example.org", "recrd: ada@example.org", "this is no act"),
            ("method: web-form", "method: form", "unknown method \"form\""),
            ("wording: newsletter@1", "wording: newsletter", "expected a wording"),
            (
                "evidenceKind: staff-statement", "evidenceKind: staff",
                "unknown value of record.evidenceKind \"staff\""
            ),
            ("evidenceKind: staff-statement", "state: given", "unknown fact of a record \"state\""),
            (
                "learnt: 2026-10-02T09:16:00Z", "learnt: 2026-12-02T09:16:00Z",
                "the ledger would learn this after the vetting"
            ),
            ("row: 2", "row: 11", "11 is not from 1 to 10"),
            ("row: 2", "row: 1", "row 1 stands twice"),
            ("rule: D01", "rule: D99", "unknown rule \"D99\""),
            (", rule: D01", "", "the key \"rule\" is missing"),
            (
                "      - withdraw: ben@example.org\n",
                "      - withdraw: ben@example.org\n        method: web-form\n", "unknown key \"method\""
            ),
        ])
    func refuses(old: String, new: String, message: String) throws {
        let text = Self.whole.replacing(old, with: new)
        #expect(text != Self.whole)
        let error = try #require(throws: PolicyError.self) { try example(text) }
        #expect(error.message == message)
        #expect(error.line > 1)
        #expect(!error.description.contains("ada@") && !error.description.contains("ben@"))
    }

    @Test("has few rows and acts, for it is an example and no list")
    func bounded() throws {
        let act = "      - {object: ben@example.org}\n"
        let many = Self.whole.replacing(
            "    list: |", with: String(repeating: act, count: 60) + "    list: |")
        #expect(throws: PolicyError.self) { try example(many) }
        let long = Self.whole.replacing(
            "      ada@example.org\n", with: String(repeating: "      ada@example.org\n", count: 5000))
        #expect(long != Self.whole)
        #expect(throws: PolicyError.self) { try example(long) }
    }
}
