import Consent

/// The smallest condition: one question about one fact.
///
/// The answer is no whenever something that it needs is unknown; only ``Check/known(_:)`` asks about that itself.
struct FactTest: Hashable, Sendable {
    /// What is asked.
    ///
    /// Values are cells of ``Facts``.
    enum Check: Hashable, Sendable {
        /// Whether anything is known.
        case known(Bool)
        /// Whether the value is one of these.
        case oneOf([Int64])
        /// Whether the number, or the place in an ordered list, lies within.
        case within(ClosedRange<Int64>)
        /// Whether the moment comes more than a period after another.
        case after(Moment, by: Period)
        /// Whether the moment comes more than a period before another.
        case before(Moment, by: Period)
        /// Whether the moment comes more than a period before the run.
        case olderThan(Period)
    }

    /// What a moment is compared with.
    enum Moment: Hashable, Sendable {
        case fact(Fact)
        case literal(Instant)
    }

    let fact: Fact
    let check: Check

    /// Every fact whose value the answer depends on.
    var facts: Set<Fact> { other.map { [fact, $0] } ?? [fact] }

    /// Adds every fact whose value the answer depends on.
    func mark(in mask: inout FactMask) {
        mask.insert(fact)
        if let other { mask.insert(other) }
    }

    /// The second fact on which the answer depends, if on any.
    private var other: Fact? {
        switch check {
        case .after(.fact(let other), _), .before(.fact(let other), _): other
        case .olderThan: .runNow
        default: nil
        }
    }

    func holds(for facts: Facts) -> Bool {
        guard let cell = facts.cell(of: fact) else {
            // No comparison of checks, for that would copy them.
            if case .known(false) = check { return true }
            return false
        }
        switch check {
        case .known(let wanted):
            return wanted
        case .oneOf(let cells):
            return cells.contains(cell)
        case .within(let range):
            return range.contains(cell)
        case .after(let other, let period):
            guard let moment = Self.instant(other, in: facts) else { return false }
            return Instant(seconds: cell) > period.after(moment)
        case .before(let other, let period):
            guard let moment = Self.instant(other, in: facts) else { return false }
            return Instant(seconds: cell) < period.before(moment)
        case .olderThan(let period):
            guard let now = facts.cell(of: .runNow) else { return false }
            return Instant(seconds: cell) < period.before(Instant(seconds: now))
        }
    }

    private static func instant(_ moment: Moment, in facts: Facts) -> Instant? {
        switch moment {
        case .literal(let instant): instant
        case .fact(let fact): facts.cell(of: fact).map(Instant.init(seconds:))
        }
    }
}
