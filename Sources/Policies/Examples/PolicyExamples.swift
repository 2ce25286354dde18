import StrictYAML

/// The examples that lie beside a policy, as `<name>.examples.yaml`.
///
/// `base:` names sets of facts; an example begins `like:` one of them, changes `facts:`, makes some `unknown:`, and
/// says what to `expect:`.
public struct PolicyExamples: Sendable, Hashable {
    /// The name of the file, as it was given.
    public let file: String
    /// The examples in the order of the file.
    public let examples: [PolicyExample]

    /// Reads a file of examples.
    ///
    /// - Throws: ``PolicyError`` with the place of whatever is not understood.
    public init(parsing text: String, file: String) throws(PolicyError) {
        self.file = file
        do {
            let root = try YAMLDocument.parse(text, file: file).mapping()
            try root.allowOnly(["base", "examples"])
            let bases = try Facts.bases(root["base"])
            examples = try Self.examples(root.required("examples"), bases)
        } catch {
            throw PolicyError(.malformed, error)
        }
    }

    private static func examples(
        _ node: YAMLNode, _ bases: [String: Facts]
    ) throws(YAMLError) -> [PolicyExample] {
        var examples: [PolicyExample] = []
        var names: Set<String> = []
        for item in try node.list() {
            let example = try PolicyExample(parsing: item, bases: bases)
            guard names.insert(example.name).inserted else {
                throw item.error("two examples have the name \"\(example.name)\"")
            }
            examples.append(example)
        }
        guard !examples.isEmpty else { throw node.error("a file of examples needs at least one") }
        return examples
    }

    /// Judges every example by a policy.
    public func run(against policy: Policy) -> ExampleReport {
        var untold = Set(policy.rules.indices)
        var results: [ExampleResult] = []
        for example in examples {
            let judgement = policy.judge(example.facts)
            let findings = policy.rules(of: judgement).map(\.id)
            results.append(
                ExampleResult(
                    file: file, example: example, verdict: judgement.verdict,
                    rule: policy.decisiveRule(of: judgement)?.id, findings: findings))
            if let decisive = judgement.decisive { untold.remove(decisive) }
            // A warning never decides; it is told wherever it fires.
            untold.subtract(judgement.findings.filter { policy.rules[$0].effect == .warn })
        }
        let neverTold = untold.sorted().map { policy.rules[$0].id }
        return ExampleReport(results: results, neverTold: neverTold)
    }
}
