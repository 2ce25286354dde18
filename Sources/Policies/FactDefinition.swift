/// What a fact means, in words for people who write policies.
public struct FactDefinition: Sendable, Hashable {
    /// The fact.
    public let fact: Fact
    /// What it says.
    public let meaning: String
    /// When it is unknown.
    public let unknown: String

    init(_ fact: Fact, _ meaning: String, unknown: String = "Never: the program always knows.") {
        self.fact = fact
        self.meaning = meaning
        self.unknown = unknown
    }
}
