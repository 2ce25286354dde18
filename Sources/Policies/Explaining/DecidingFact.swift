/// A fact on which it depended that a rule fired, or that it did not.
public struct DecidingFact: Sendable, Hashable, CustomStringConvertible {
    /// The fact.
    public let fact: Fact
    /// What is known of it, nil while that is nothing.
    public let value: FactValue?

    /// As in `record.state=none`; what nobody knows is `unknown`.
    public var description: String { "\(fact.name)=\(value?.description ?? "unknown")" }
}

extension Sequence<DecidingFact> {
    /// All of them in a line, separated by blanks.
    public var inALine: String { map(\.description).joined(separator: " ") }
}
