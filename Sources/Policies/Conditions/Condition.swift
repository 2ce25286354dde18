/// When a rule fires: questions about facts, put together with `all`, `any` and `not`.
///
/// Data, not a programming language: it ends, it depends on the facts alone, and it can be reasoned about
/// (``truth(under:)``).
indirect enum Condition: Hashable, Sendable {
    /// Every part holds. Never empty.
    case all([Condition])
    /// At least one part holds. Never empty.
    case any([Condition])
    /// The part does not hold, be it false or unknown.
    case not(Condition)
    /// One question about one fact.
    case test(FactTest)

    func holds(for facts: Facts) -> Bool {
        switch self {
        case .all(let parts):
            // Loops, for a closure would copy the facts.
            for part in parts where !part.holds(for: facts) { return false }
            return true
        case .any(let parts):
            for part in parts where part.holds(for: facts) { return true }
            return false
        case .not(let part): return !part.holds(for: facts)
        case .test(let test): return test.holds(for: facts)
        }
    }
}
