import Consent
import Files
import Gate
import Ledger
import Policies
import TestSupport
import Testing

@Suite("The gate on trial by an example")
struct ListExampleRunTests {
    static let wording = WordingFile.example.split(separator: "\n", omittingEmptySubsequences: false)
        .map { "          " + $0 }.joined(separator: "\n")

    static let text = """
        examples:
          - name: A form, a withdrawal, a stranger and no address
            now: 2026-11-01T08:00:00Z
            country: SE
            ledger:
              - learnt: 2026-10-01T00:00:00Z
                publish: |
        \(wording)
              - {record: ada@example.org, at: 2026-10-02T09:15:00Z, method: web-form, wording: newsletter@1, evidence: the form}
              - {record: ben@example.org, at: 2026-10-02T09:15:00Z, method: web-form, wording: newsletter@1, evidence: the form}
              - {withdraw: ben@example.org, at: 2026-10-20T00:00:00Z}
              - {object: eve@example.org, at: 2026-10-21T00:00:00Z}
            list: |
              Email
              ada@example.org
              ben@example.org
              cy@example.org
              nobody
              eve@example.org
            expect:
              - {row: 1, verdict: accept}
              - {row: 2, verdict: reject, rule: D01}
              - {row: 3, verdict: hold, rule: L01}
              - {row: 4, verdict: reject, rule: H03}
              - {row: 5, verdict: reject, rule: D03}

        """

    /// A policy that asks for little, so that what is on trial here is the gate.
    static let policy = """
        policy: trial
        title: A trial
        description: For tests.
        rules:
          - {id: S01, slug: linkedin, when: {all: [{row.linkedin: true}, {not: {record.explicit: true}}]}, verdict: reject,
             reason: A reason., law: A law., cure: A cure., override: never}
          - {id: D01, slug: withdrawn, when: {record.state: withdrawn}, verdict: reject, reason: A reason., law: A law.,
             cure: A cure., override: never}
          - {id: D03, slug: objected, when: {record.state: objected}, verdict: reject, reason: A reason., law: A law.,
             cure: A cure., override: never}
          - {id: H03, slug: malformed, when: {not: {row.address: valid}}, verdict: reject, reason: A reason., law: A law.,
             cure: A cure., override: user}
          - {id: L01, slug: no-record, when: {record.state: none}, verdict: hold, reason: A reason., law: A law.,
             cure: A cure., override: dpo}
          - {id: L03, slug: no-evidence, when: {not: {record.evidence: intact}}, verdict: hold, reason: A reason., law: A law.,
             cure: A cure., override: dpo}
          - {id: T01, slug: old, when: {record.givenAt: {olderThan: 12 months}}, verdict: warn, reason: A reason., law: A law.,
             cure: A cure., override: dpo}

        """

    func run(_ text: String = Self.text) throws -> ListExampleResult {
        let scratch = try ScratchFolder()
        let file = try scratch.write("trial.yaml", Array(Self.policy.utf8))
        let example = try #require(PolicyExamples(parsing: text, file: "x.examples.yaml").lists.first)
        return try ListExampleRun(
            example, policy: try PolicyChoice.resolve(file, home: nil), in: scratch.path
        ).result()
    }

    @Test("goes the whole way, from the cell to the verdict")
    func wholeWay() throws {
        let result = try run()
        #expect(result.difference == nil)
        #expect(result.rows.count == 5)
    }

    @Test("ends the same way again")
    func deterministic() throws {
        #expect(try run() == run())
    }

    @Test("is judged at its own moment, and by what the ledger had learnt")
    func moment() throws {
        let early = Self.text.replacing("now: 2026-11-01T08:00:00Z", with: "now: 2026-10-21T00:00:00Z")
        #expect(try run(early).isAsExpected)
        // Nobody learns of what has not happened yet.
        let odd = Self.text.replacing(
            "{record: ada@example.org, at: 2026-10-02T09:15:00Z,",
            with: "{record: ada@example.org, at: 2026-10-02T09:15:00Z, learnt: 2026-10-02T08:00:00Z,")
        let error = try #require(throws: PolicyError.self) { try run(odd) }
        #expect(error.message.contains("lies in the future"))
    }

    @Test("says what of the example's ledger is not in order, and where the example stands")
    func refuses() throws {
        let unknown = Self.text.replacing("wording: newsletter@1", with: "wording: newsletter@7")
        let error = try #require(throws: PolicyError.self) { try run(unknown) }
        #expect((error.line, error.code) == (2, .malformed))
        let long = Self.text.replacing("      nobody\n", with: String(repeating: "      nobody\n", count: 9))
        let rows = try #require(throws: PolicyError.self) { try run(long) }
        #expect(rows.message == "the list of an example has at most 10 rows")
    }

    @Test("leaves nothing behind")
    func leavesNothing() throws {
        let scratch = try ScratchFolder()
        for text in [Self.text, Self.text.replacing("wording: newsletter@1", with: "wording: newsletter@7")] {
            let example = try #require(PolicyExamples(parsing: text, file: "x").lists.first)
            let policy = try PolicyChoice.resolve("gdpr", home: nil)
            _ = try? ListExampleRun(example, policy: policy, in: scratch.path).result()
            #expect(try Folder.names(in: scratch.path) == [])
        }
    }
}
