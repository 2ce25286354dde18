public import Consent

/// What is known of one fact.
public enum FactValue: Sendable, Hashable, CustomStringConvertible {
    /// True or false.
    case boolean(Bool)
    /// A name of the fact's closed list.
    case name(String)
    /// A whole number.
    case number(Int)
    /// A moment.
    case time(Instant)

    /// The value as a policy would write it.
    public var description: String {
        switch self {
        case .boolean(let value): value ? "true" : "false"
        case .name(let value): value
        case .number(let value): String(value)
        case .time(let value): value.description
        }
    }
}
