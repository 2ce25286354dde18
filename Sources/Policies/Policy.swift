import Consent
import StrictYAML

/// A policy file that was read, checked, and found to keep law 2.
///
/// Judging depends on the facts alone: the same facts give the same judgement on any machine and any day.
public struct Policy: Sendable, Hashable {
    /// The short name, in lower case with hyphens.
    public let id: String
    /// The name for people.
    public let title: String
    /// Whom the policy is for, and what it does and does not protect from.
    public let description: String
    /// The rules in the order of the file, which is the order of telling.
    public let rules: [Rule]
    /// The whole file as it was read, for its digest and for the log.
    public let text: String

    private static let keys = ["policy", "title", "description", "rules"]

    /// Reads a policy.
    ///
    /// - Parameters:
    ///   - text: The whole file.
    ///   - file: Its name, for errors.
    /// - Throws: ``PolicyError`` with the place: for anything that is not understood to the last key, and for a policy
    ///   that would let a LinkedIn-sourced contact without an explicit opt-in pass.
    public init(parsing text: String, file: String) throws(PolicyError) {
        let parsed: (node: YAMLNode, rules: [ParsedRule])
        do {
            let root = try YAMLDocument.parse(text, file: file).mapping()
            try root.allowOnly(Self.keys)
            id = try root.required("policy").slug()
            title = try root.required("title").sentence()
            description = try root.required("description").sentence()
            let node = try root.required("rules")
            parsed = (node, try Self.rules(of: node))
        } catch {
            throw PolicyError(.malformed, error)
        }
        if let violation = LinkedInLaw(rules: parsed.rules, list: parsed.node).violation {
            throw PolicyError(.breaksLaw, violation)
        }
        rules = parsed.rules.map(\.rule)
        self.text = text
    }

    private static func rules(of node: YAMLNode) throws(YAMLError) -> [ParsedRule] {
        var parsed: [ParsedRule] = []
        var lines: [String: Int] = [:]
        for item in try node.list() {
            let next = try ParsedRule(parsing: item)
            if let line = lines.updateValue(next.idNode.line, forKey: next.rule.id) {
                throw next.idNode.error(
                    "rule \(next.rule.id) stands twice", hint: "It stands on line \(line) already.")
            }
            parsed.append(next)
        }
        guard !parsed.isEmpty else { throw node.error("a policy needs at least one rule") }
        return parsed
    }

    /// Judges a contact by what is known of it.
    public func judge(_ facts: Facts) -> Judgement {
        var verdict = Verdict.accept
        var decisive: Int?
        var findings: [Int] = []
        for index in rules.indices where rules[index].condition.holds(for: facts) {
            findings.append(index)
            if let asked = rules[index].effect.verdict, asked > verdict {
                verdict = asked
                decisive = index
            }
        }
        return Judgement(verdict: verdict, findings: findings, decisive: decisive)
    }

    /// The rule that is told for a judgement of this policy, nil where the contact is accepted.
    public func decisiveRule(of judgement: Judgement) -> Rule? {
        judgement.decisive.flatMap { rules.indices.contains($0) ? rules[$0] : nil }
    }

    /// The rules that fired for a judgement of this policy, in the order of the file.
    public func rules(of judgement: Judgement) -> [Rule] {
        judgement.findings.compactMap { rules.indices.contains($0) ? rules[$0] : nil }
    }
}
