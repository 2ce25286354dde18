import Consent
import Policies
import Testing

@Suite("A hostile file")
struct HostileTextTests {
    typealias Text = PolicyText

    @Test(
        "is refused and never a trap",
        arguments: [
            "\0", "policy: \"\\0\"", "\u{FEFF}", "{", "[", "- - - - -", "? ", "&a *a", "%YAML 9.9\n---\n",
            "...", "---\n---\n",
            "policy: !!binary aGk=", "policy: 99999999999999999999999999999", "rules: \u{85}\u{2028}",
            "a: b: c",
            String(repeating: "[", count: 40) + String(repeating: "]", count: 40),
            Text.asking(
                String(repeating: "{not: ", count: 40) + "{row.ragged: true}"
                    + String(repeating: "}", count: 40)),
            Text.asking("{record.givenAt: {olderThan: 99999999999999999999999999 months}}"),
            Text.asking("{record.givenAt: {olderThan: -2 months}}"),
            Text.asking("{record.givenAt: {olderThan: 2}}"),
            Text.asking("{record.givenAt: {olderThan: [2 months]}}"),
            Text.asking("{record.givenAt: {olderThan: }}"),
            Text.asking("{record.givenAt: {after: 99999-01-01T00:00:00Z}}"),
            Text.asking("{record.givenAt: {after: run.now, by: 9223372036854775808 seconds}}"),
            Text.asking("{record.grade: {atLeast: 9223372036854775808}}"), Text.asking("{record.state: ~}"),
            Text.asking("{record.state: null}"), Text.asking("{record.state: {is: {is: given}}}"),
            Text.asking("{all: [[]]}"), Text.asking("{all: ~}"), Text.asking("[]"), Text.asking("~"),
            Text.asking("{~: true}"),
            Text.asking("{1: true}"), Text.asking("{\"\": true}"), Text.asking("{\"\\0\": true}"),
            Text.asking("{.: true}"),
            Text.asking("{row.ragged: 1}"), Text.asking("{row.ragged: 0x1}"), Text.asking("{row.ragged: on}"),
            Text.asking("{\(String(repeating: "x", count: 100_000)): true}"),
            Text.asking("{row.\(String(repeating: "é", count: 10_000)): true}"),
        ])
    func refuses(text: String) {
        #expect(Text.error(text) != nil)
        #expect(throws: PolicyError.self) { try PolicyExamples(parsing: text, file: "x.yaml") }
    }

    @Test("the longest period and the most nested condition that may stand are judged without a trap")
    func limits() throws {
        let nested =
            String(repeating: "{not: ", count: 24) + "{row.ragged: true}" + String(repeating: "}", count: 24)
        for when in [
            nested, "{record.givenAt: {olderThan: 1000000 years}}",
            "{record.givenAt: {after: run.now, by: 1000000 weeks}}",
            "{record.givenAt: {before: 0000-01-01T00:00:00Z, by: 1000000 years}}",
        ] {
            let policy = try Policy(parsing: Text.asking(when), file: "x.yaml")
            for time in ["0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z"] {
                let facts = try Text.facts([.recordGivenAt: time, .runNow: time, .rowRagged: "false"])
                #expect(policy.judge(facts).verdict == .accept)
            }
        }
    }

    /// Cuts, doubles and changes lines of what is shipped, the same way in every run.
    @Test("a shipped file that was damaged anywhere is read or refused, and never lets a connection pass")
    func damaged() throws {
        let lines = try #require(ShippedPolicies.text(named: "linkedin-only"))
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var connection = Facts()
        connection.set(.rowLinkedIn, to: true)
        connection.set(.rowOrigin, name: "linkedin-connection")
        connection.set(.recordExplicit, to: false)
        connection.set(.rowAddress, name: "valid")
        var taken = 0
        for index in lines.indices where !lines[index].hasPrefix("#") {
            let line = lines[index]
            for damage in [
                "", line + line, String(line.dropLast(3)), line + " :", "\t" + line, line + "\"", "  " + line,
            ] {
                var changed = lines
                changed[index] = damage
                let text = changed.joined(separator: "\n")
                guard let policy = try? Policy(parsing: text, file: "x.yaml") else { continue }
                taken += 1
                #expect(policy.judge(connection).verdict == .reject, "line \(index + 1): \(damage)")
            }
        }
        #expect(taken > 0)
    }
}
