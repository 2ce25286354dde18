import Consent

/// Where a question cuts the numbers or moments in two: what lies above the threshold, and what does not.
///
/// The answers of a test follow from on which side of its cuts a cell lies, and they do so by the same rule at any moment
/// of the run: only the thresholds move with it. A cell that is unknown lies above none.
struct CellCut: Sendable, Hashable {
    /// Which cell of ``Facts/wide``.
    let cell: Int
    private let threshold: Threshold

    /// Where the cut is; the moment is that of the run where there is none.
    private enum Threshold: Hashable {
        case value(Int64)
        case before(Instant?, Period)
        case after(Instant?, Period)
    }

    /// The cuts that together tell a test.
    ///
    /// - Returns: Nil for a test that is about more than one cell, or about none.
    static func cuts(of test: FactTest) -> [CellCut]? {
        let place = FactPlace.of[Int(test.fact.rawValue)]
        guard place.isWide else { return nil }
        let thresholds: [Threshold]
        switch test.check {
        case .known:
            thresholds = [known]
        case .oneOf(let cells):
            thresholds = cells.flatMap { [below($0), .value($0)] }
        case .within(let range):
            thresholds = [below(range.lowerBound), .value(range.upperBound)]
        case .after(let other, let period):
            guard let moment = moment(other) else { return nil }
            thresholds = [.after(moment, period)]
        case .before(let other, let period):
            guard let moment = moment(other) else { return nil }
            thresholds = [known, .before(moment, period)]
        case .olderThan(let period):
            thresholds = [known, .before(nil, period)]
        }
        return thresholds.map { CellCut(cell: place.index, threshold: $0) }
    }

    /// Above it lies whatever is known.
    private static let known = Threshold.value(Facts.unknown)

    private static func below(_ cell: Int64) -> Threshold { .value(max(cell, Facts.unknown + 1) - 1) }

    /// The moment that another is compared with: nil where each contact has its own, and nil within for the run's.
    private static func moment(_ moment: FactTest.Moment) -> Instant?? {
        switch moment {
        case .literal(let instant): .some(instant)
        case .fact(.runNow): .some(nil)
        case .fact: nil
        }
    }

    /// The highest cell that is not above.
    ///
    /// - Parameter now: The moment of the run, nil while it is unknown.
    func threshold(now: Instant?) -> Int64 {
        switch threshold {
        case .value(let cell): min(max(cell, Facts.unknown), Facts.highest)
        case .after(let moment, let period): (moment ?? now).map { period.after($0).seconds } ?? Facts.highest
        case .before(let moment, let period):
            (moment ?? now).map { period.before($0).seconds - 1 } ?? Facts.unknown
        }
    }
}
