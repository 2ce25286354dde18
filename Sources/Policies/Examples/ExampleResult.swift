public import Consent

/// What a policy said of one example.
public struct ExampleResult: Sendable, Hashable {
    /// The name of the file of examples.
    public let file: String
    /// The example, with what was expected.
    public let example: PolicyExample
    /// Where the contact goes.
    public let verdict: Verdict
    /// The id of the rule that is told; nil where the contact is accepted.
    public let rule: String?
    /// The ids of all rules that fired, in the order of the policy.
    public let findings: [String]

    /// Whether the policy said what was expected.
    public var isAsExpected: Bool {
        verdict == example.expectation.verdict && rule == example.expectation.rule && missing.isEmpty
    }

    /// Where expected and actual differ, as lines with `-` and `+`; nil where they do not.
    public var difference: String? {
        guard !isAsExpected else { return nil }
        let expected = Self.line(example.expectation.verdict, example.expectation.rule)
        let actual = Self.line(verdict, rule)
        var text = "\(file):\(example.line): \(example.name)"
        text += expected == actual ? "\n    \(actual)" : "\n  - \(expected)\n  + \(actual)"
        for id in missing { text += "\n  - also \(id)" }
        return text
    }

    private var missing: [String] { example.expectation.also.filter { !findings.contains($0) } }

    private static func line(_ verdict: Verdict, _ rule: String?) -> String {
        rule.map { "\(verdict.rawValue) \($0)" } ?? verdict.rawValue
    }
}
