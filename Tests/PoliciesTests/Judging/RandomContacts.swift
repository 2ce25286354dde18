import Consent
import TestSupport

@testable import Policies

/// Contacts one after the other, each a few facts away from the one before, and now and then from one who was given, so
/// that many are alike and few are the same.
///
/// Cells hold whatever fits, also what no list names and no calendar has.
struct RandomContacts {
    private var random: SeededRandom
    private var facts = Facts()
    private let given: [Facts]
    private let wanted: [Fact]
    private let moments: [Int64]

    /// - Parameters:
    ///   - policy: Whose facts change, with a few that it does not ask for.
    ///   - given: Contacts to begin with.
    init(for policy: Policy, given: [Facts], seed: UInt64) {
        random = SeededRandom(seed: seed)
        self.given = given
        let asked = Set(policy.rules.flatMap(\.facts))
        wanted = Fact.allCases.filter { asked.contains($0) || $0.rawValue % 16 == 0 }
        let months: [Int64] = [1, 6, 12, 24, 36, 48]
        let seconds: [Int64] = [1, 300, 604_800, 2_592_000]
        let periods =
            months.map { Period(months: $0, seconds: 0) } + seconds.map { Period(months: 0, seconds: $0) }
        var moments: [Int64] = [.min + 1, .min + 2, .max - 1, .max]
        moments += [Instant.range.lowerBound - 1, Instant.range.upperBound + 1]
        for literal in RandomPolicy.literals.compactMap({ try? Instant(parsing: $0) }) + [RandomPolicy.now] {
            let near = [literal] + periods.map { $0.before(literal) } + periods.map { $0.after(literal) }
            for moment in near { moments += [moment.seconds - 1, moment.seconds, moment.seconds + 1] }
        }
        self.moments = moments
        facts.set(.runNow, to: RandomPolicy.now)
    }

    /// The next contact.
    mutating func next() -> Facts {
        if let one = given.randomElement(using: &random), Int.random(in: 0..<10, using: &random) == 0 {
            facts = one
        }
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let fact = wanted[Int.random(in: wanted.indices, using: &random)]
            // The moment of the run seldom changes.
            if fact == .runNow, Int.random(in: 0..<20, using: &random) > 0 { continue }
            facts.store(cell: cell(of: fact), in: fact)
        }
        return facts
    }

    private mutating func cell(of fact: Fact) -> Int64 {
        if Int.random(in: 0..<4, using: &random) == 0 { return Facts.unknown }
        switch fact.type {
        case .boolean: return Int64.random(in: 0...1, using: &random)
        case .name(let list):
            let count = Int64(list.names.count)
            return Int64.random(
                in: 0..<(Bool.random(using: &random) ? min(count, 4) : count + 1), using: &random)
        case .number:
            return Bool.random(using: &random)
                ? Int64.random(in: -4...4, using: &random)
                : moments[Int.random(in: moments.indices, using: &random)]
        case .time: return moments[Int.random(in: moments.indices, using: &random)]
        }
    }
}
