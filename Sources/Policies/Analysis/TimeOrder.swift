import Consent

/// What the tests of moments that are taken to hold, or not to hold, say of each other.
///
/// Every such answer bounds the difference of two moments; no moments fit if the bounds run in a circle that closes
/// below nought. Calendar months are taken for any length that they can have, so that a contradiction that is found is
/// one, and some are not found.
struct TimeOrder: Sendable {
    /// One moment is at most so many seconds after another.
    private struct Bound {
        let later: Int
        let earlier: Int
        let seconds: Int64
    }

    private var bounds: [Bound] = []
    /// 1970, from which moments that stand in the policy are measured.
    private static let origin = Fact.allCases.count

    /// How many answers it holds.
    var count: Int { bounds.count }

    /// Takes in the answer to a test of moments.
    mutating func add(_ test: FactTest, holds: Bool) {
        let own = Int(test.fact.rawValue)
        switch test.check {
        case .before(.literal(let moment), let period):
            let edge = period.before(moment).seconds
            bounds.append(
                holds
                    ? Bound(later: own, earlier: Self.origin, seconds: edge - 1)
                    : Bound(later: Self.origin, earlier: own, seconds: -edge))
        case .after(.literal(let moment), let period):
            let edge = period.after(moment).seconds
            bounds.append(
                holds
                    ? Bound(later: Self.origin, earlier: own, seconds: -edge - 1)
                    : Bound(later: own, earlier: Self.origin, seconds: edge))
        case .before(.fact(let other), let period):
            add(own, Int(other.rawValue), period, holds: holds)
        case .after(.fact(let other), let period):
            add(Int(other.rawValue), own, period, holds: holds)
        case .olderThan(let period):
            add(own, Int(Fact.runNow.rawValue), period, holds: holds)
        case .known, .oneOf, .within: break
        }
    }

    /// The one moment comes more than a period before the other, or does not.
    private mutating func add(_ first: Int, _ second: Int, _ period: Period, holds: Bool) {
        bounds.append(
            holds
                ? Bound(later: first, earlier: second, seconds: -period.shortest - 1)
                : Bound(later: second, earlier: first, seconds: period.longest))
    }

    /// Forgets the last answer.
    mutating func removeLast() { bounds.removeLast() }

    /// Whether there are moments that fit all answers (Bellman and Ford).
    var isPossible: Bool {
        var distances = Array(repeating: Int64(0), count: Self.origin + 1)
        for _ in 0...bounds.count {
            var isChanged = false
            for bound in bounds where distances[bound.earlier] + bound.seconds < distances[bound.later] {
                distances[bound.later] = distances[bound.earlier] + bound.seconds
                isChanged = true
            }
            if !isChanged { return true }
        }
        return false
    }
}

extension Period {
    /// Twelve months have 365 days and a quarter, less three days in four hundred years; a stretch of months strays from that
    /// by less than this many days, whenever it begins.
    private static let stray: Int64 = 8

    /// Not more seconds than it has, wherever in the calendar it begins.
    var shortest: Int64 {
        max(months * 28, months * 146_097 / 4800 - Self.stray) * 86_400 + seconds
    }

    /// Not fewer seconds than it has, wherever in the calendar it begins.
    var longest: Int64 {
        min(months * 31, months * 146_097 / 4800 + Self.stray) * 86_400 + seconds
    }
}
