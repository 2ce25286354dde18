import Consent

/// A question about two moments of the same contact: whether one comes more than a period after, or before, the other.
struct CellPair: Sendable, Hashable {
    /// Which cells of ``Facts/wide``.
    let cell: Int
    let other: Int
    let period: Period
    let isAfter: Bool

    private static let calendar = Instant.range

    /// - Returns: Nil for any other test.
    init?(_ test: FactTest) {
        let fact: Fact
        switch test.check {
        case .after(.fact(let other), let period): (fact, self.period, isAfter) = (other, period, true)
        case .before(.fact(let other), let period): (fact, self.period, isAfter) = (other, period, false)
        default: return nil
        }
        let places = (FactPlace.of[Int(test.fact.rawValue)], FactPlace.of[Int(fact.rawValue)])
        guard places.0.isWide, places.1.isWide else { return nil }
        (cell, other) = (places.0.index, places.1.index)
    }

    /// Whether the answer is yes, for the cells of a contact.
    func holds(_ value: Int64, _ otherValue: Int64) -> Bool {
        guard value != Facts.unknown, otherValue != Facts.unknown else { return false }
        // Most periods are of seconds, and moments of the calendar are far from where a sum overflows.
        if period.months == 0, Self.calendar.contains(value), Self.calendar.contains(otherValue) {
            return isAfter ? value > otherValue &+ period.seconds : value < otherValue &- period.seconds
        }
        let (moment, other) = (Instant(seconds: value), Instant(seconds: otherValue))
        return isAfter ? moment > period.after(other) : moment < period.before(other)
    }
}
