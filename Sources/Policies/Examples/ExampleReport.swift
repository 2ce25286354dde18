/// What a policy said of all examples of a file, and what they reach.
public struct ExampleReport: Sendable, Hashable {
    /// One result per example of facts, in the order of the file.
    public let results: [ExampleResult]
    /// One result per example of a list.
    public let listResults: [ListExampleResult]
    /// How many examples of the catalogue were run too.
    public let catalogueExamples: Int
    /// Those of the catalogue that do not hold.
    public let catalogueFailures: [CatalogueExampleResult]
    /// What all of them reach.
    public let coverage: Coverage

    /// The results that are not as expected.
    public var failures: [ExampleResult] { results.filter { !$0.isAsExpected } }
    /// The lists of which a row went elsewhere.
    public var listFailures: [ListExampleResult] { listResults.filter { !$0.isAsExpected } }

    /// The ids of the policy's own rules that no example made decisive, and of its warnings that fired in none.
    public var neverTold: [String] { coverage.gaps.filter { $0.kind == .neverTold }.map(\.rule) }

    /// Every difference between expected and actual, as lines with `-` and `+`.
    public var differences: [String] {
        failures.compactMap(\.difference) + listFailures.compactMap(\.difference)
            + catalogueFailures.map(\.difference)
    }

    /// Whether every example is as expected and every own rule was told in one.
    public var isComplete: Bool { differences.isEmpty && neverTold.isEmpty }

    /// Whether every example is as expected, and nothing of the policy is out of their reach.
    public var isWhole: Bool { differences.isEmpty && coverage.isWhole }
}
