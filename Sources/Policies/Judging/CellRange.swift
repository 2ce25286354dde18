import Consent

/// A question about one number or moment, as the range of cells for which the answer is yes.
///
/// All that does not depend on the contact is worked out beforehand: a period of calendar months before the run is one
/// cell to compare with.
struct CellRange: Sendable, Hashable {
    /// Which cell of ``Facts/wide``.
    let cell: Int
    let lowest: Int64
    /// Less than ``lowest`` where the answer is never yes.
    let highest: Int64

    /// The lowest cell that is known.
    private static let lowestKnown = Facts.unknown + 1

    /// - Parameter now: The moment of the run, nil while it is unknown.
    /// - Returns: Nil for a test that is about more than one cell, or about several values.
    init?(_ test: FactTest, now: Instant?) {
        let place = FactPlace.of[Int(test.fact.rawValue)]
        guard place.isWide else { return nil }
        cell = place.index
        switch test.check {
        case .known(let wanted):
            (lowest, highest) = wanted ? (Self.lowestKnown, .max) : (Facts.unknown, Facts.unknown)
        case .oneOf(let cells):
            guard cells.count < 2 else { return nil }
            (lowest, highest) = cells.first.map { (max($0, Self.lowestKnown), $0) } ?? Self.never
        case .within(let range):
            (lowest, highest) = (max(range.lowerBound, Self.lowestKnown), range.upperBound)
        case .after(let other, let period):
            guard let moment = Self.moment(other, now: now) else { return nil }
            (lowest, highest) = moment.map { Self.after(period.after($0)) } ?? Self.never
        case .before(let other, let period):
            guard let moment = Self.moment(other, now: now) else { return nil }
            (lowest, highest) = moment.map { Self.before(period.before($0)) } ?? Self.never
        case .olderThan(let period):
            (lowest, highest) = now.map { Self.before(period.before($0)) } ?? Self.never
        }
    }

    /// Whether the answer is yes.
    func holds(for facts: Facts) -> Bool {
        let value = facts.wide[cell]
        return value >= lowest && value <= highest
    }

    private static let never = (Int64.max, Int64.min)

    /// The moment that another is compared with: nil where each contact has its own, and nil within where it is unknown.
    private static func moment(_ moment: FactTest.Moment, now: Instant?) -> Instant?? {
        switch moment {
        case .literal(let instant): .some(instant)
        case .fact(.runNow): .some(now)
        case .fact: nil
        }
    }

    // A cell beyond the calendar counts as the end of it, so that nothing lies beyond that end.

    private static func after(_ moment: Instant) -> (Int64, Int64) {
        moment.seconds >= Instant.range.upperBound ? never : (moment.seconds + 1, .max)
    }

    private static func before(_ moment: Instant) -> (Int64, Int64) {
        moment.seconds <= Instant.range.lowerBound ? never : (lowestKnown, moment.seconds - 1)
    }
}
