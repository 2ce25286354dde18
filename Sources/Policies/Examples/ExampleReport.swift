/// What a policy said of all examples of a file.
public struct ExampleReport: Sendable, Hashable {
    /// One result per example, in the order of the file.
    public let results: [ExampleResult]
    /// The ids of the rules that no example made decisive, and of the warnings that fired in none.
    public let neverTold: [String]

    /// The results that are not as expected.
    public var failures: [ExampleResult] { results.filter { !$0.isAsExpected } }

    /// Whether every example is as expected and every rule was told in one.
    public var isComplete: Bool { failures.isEmpty && neverTold.isEmpty }
}
