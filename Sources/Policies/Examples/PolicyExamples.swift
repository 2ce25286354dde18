import StrictYAML

/// The examples that lie beside a policy, as `<name>.examples.yaml`.
///
/// `base:` names sets of facts; an example begins `like:` one of them, changes `facts:`, makes some `unknown:`, and
/// says what to `expect:`. An example with a `list:` goes the whole way of a contact instead: ``ListExample``.
public struct PolicyExamples: Sendable, Hashable {
    /// The name of the file, as it was given.
    public let file: String
    /// The examples of facts, in the order of the file.
    public let examples: [PolicyExample]
    /// The examples of lists, in the order of the file.
    public let lists: [ListExample]

    /// Reads a file of examples.
    ///
    /// - Throws: ``PolicyError`` with the place of whatever is not understood.
    public init(parsing text: String, file: String) throws(PolicyError) {
        self.file = file
        do {
            let root = try YAMLDocument.parse(text, file: file).mapping()
            try root.allowOnly(["base", "examples"])
            let bases = try Facts.bases(root["base"])
            (examples, lists) = try Self.examples(root.required("examples"), bases, file)
        } catch {
            throw PolicyError(.malformed, error)
        }
    }

    private static func examples(
        _ node: YAMLNode, _ bases: [String: Facts], _ file: String
    ) throws(YAMLError) -> ([PolicyExample], [ListExample]) {
        var (examples, lists): ([PolicyExample], [ListExample]) = ([], [])
        var names: Set<String> = []
        for item in try node.list() {
            let name: String
            if try item.mapping()["list"] != nil {
                let example = try ListExample(parsing: item, file: file)
                lists.append(example)
                name = example.name
            } else {
                let example = try PolicyExample(parsing: item, bases: bases)
                examples.append(example)
                name = example.name
            }
            guard names.insert(name).inserted else {
                throw item.withoutLine("two examples have the name \"\(name)\"")
            }
        }
        guard !names.isEmpty else { throw node.error("a file of examples needs at least one") }
        return (examples, lists)
    }

    /// Judges every example by a policy.
    ///
    /// - Parameters:
    ///   - policy: By which they are judged.
    ///   - lists: What became of the examples of ``lists``, which only the gate can tell.
    ///   - catalogue: The examples of the catalogue, for a policy that builds on it.
    public func run(
        against policy: Policy, lists: [ListExampleResult] = [], catalogue: [CatalogueExample] = []
    ) -> ExampleReport {
        var survey = CoverageSurvey(of: policy)
        var results: [ExampleResult] = []
        for example in examples {
            let judgement = policy.judge(example.facts)
            survey.note(example.facts)
            survey.note(judgement)
            results.append(
                ExampleResult(
                    file: file, example: example, verdict: judgement.verdict,
                    rule: policy.decisiveRule(of: judgement)?.id,
                    findings: policy.rules(of: judgement).map(\.id)))
        }
        survey.note(told: lists.flatMap(\.rows).compactMap(\.rule))
        var failures: [CatalogueExampleResult] = []
        for example in catalogue {
            survey.note(example.facts)
            let (silent, fired) = example.differences(in: policy)
            if silent.isEmpty, fired.isEmpty { continue }
            failures.append(CatalogueExampleResult(example: example, silent: silent, fired: fired))
        }
        return ExampleReport(
            results: results, listResults: lists, catalogueExamples: catalogue.count,
            catalogueFailures: failures, coverage: survey.coverage())
    }
}
