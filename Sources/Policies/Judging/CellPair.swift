import Consent

/// A question about two moments of the same contact: whether one comes more than a period after, or before, the other.
struct CellPair: Sendable, Hashable {
    /// Which cell of ``Facts/wide`` must be the later moment.
    let later: Int
    /// Which cell of ``Facts/wide`` must be the earlier moment.
    let earlier: Int
    /// No gap of so many seconds is more than the period.
    let least: Int64
    /// Every gap of more seconds is more than the period.
    let most: Int64
    private let period: Period
    /// Whether the period is counted from the earlier moment, and not back from the later one.
    private let isForward: Bool

    /// - Returns: Nil for any other test.
    init?(_ test: FactTest) {
        let fact: Fact
        switch test.check {
        case .after(.fact(let other), let period): (fact, self.period, isForward) = (other, period, true)
        case .before(.fact(let other), let period): (fact, self.period, isForward) = (other, period, false)
        default: return nil
        }
        let (place, other) = (FactPlace.of[Int(test.fact.rawValue)], FactPlace.of[Int(fact.rawValue)])
        guard place.isWide, other.isWide else { return nil }
        (later, earlier) = isForward ? (place.index, other.index) : (other.index, place.index)
        // Periods have at most some million months. A month has 28 to 31 days, also where its last day is taken.
        least = period.months * 28 * 86_400 + period.seconds
        most = period.months * 31 * 86_400 + period.seconds
    }

    /// How many seconds lie between the cells of a contact, none or fewer where one of them is unknown.
    func gap(later: Int64, earlier: Int64) -> Int64 {
        // All ones where the earlier one is unknown, else none: no moment is so far down.
        let isUnknown = (earlier &- Facts.unknown / 2) >> 63
        return (later &- earlier) | isUnknown
    }

    /// Whether the answer is yes where the gap lies between ``least`` and ``most``, which takes the calendar to tell.
    func isLonger(from earlier: Instant, to later: Instant) -> Bool {
        isForward ? later > period.after(earlier) : earlier < period.before(later)
    }
}
