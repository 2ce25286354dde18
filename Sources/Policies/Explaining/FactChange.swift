/// Another value of one fact that would turn the answer of a rule around.
public struct FactChange: Sendable, Hashable, CustomStringConvertible {
    /// The fact that would have to be another.
    public let fact: Fact
    /// What it would have to be, behind "were": `true`, `not AT, CH, DE or IT`, `older than 24 months`.
    public let wanted: String

    /// As in `record.confirmed were true`.
    public var description: String { "\(fact.name) were \(wanted)" }
}
