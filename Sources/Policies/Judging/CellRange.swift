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

    /// The ranges whose answers together tell that of a test: one, or one for each value of a list.
    ///
    /// - Parameter now: The moment of the run, nil while it is unknown; it changes no count.
    /// - Returns: Nil for a test that is about more than one cell, or about none.
    static func ranges(of test: FactTest, now: Instant?) -> [CellRange]? {
        let place = FactPlace.of[Int(test.fact.rawValue)]
        guard place.isWide else { return nil }
        let ranges: [(Int64, Int64)]
        switch test.check {
        case .known(let wanted):
            ranges = [wanted ? (lowestKnown, .max) : (Facts.unknown, Facts.unknown)]
        case .oneOf(let cells):
            ranges = cells.map { (max($0, lowestKnown), $0) }
        case .within(let range):
            ranges = [(max(range.lowerBound, lowestKnown), range.upperBound)]
        case .after(let other, let period):
            guard let moment = moment(other, now: now) else { return nil }
            ranges = [moment.map { after(period.after($0)) } ?? never]
        case .before(let other, let period):
            guard let moment = moment(other, now: now) else { return nil }
            ranges = [moment.map { before(period.before($0)) } ?? never]
        case .olderThan(let period):
            ranges = [now.map { before(period.before($0)) } ?? never]
        }
        return ranges.map { CellRange(cell: place.index, lowest: $0.0, highest: $0.1) }
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
