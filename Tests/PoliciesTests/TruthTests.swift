import Consent
import Testing

@testable import Policies

@Suite("What can be said of a condition while facts are open")
struct TruthTests {
    /// SplitMix64: the same conditions in every run.
    struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    static let subjects: [Fact] = [
        .rowLinkedIn, .recordExplicit, .rowOrigin, .recordState, .recordGivenAt, .runNow,
    ]

    func randomCell(_ fact: Fact, _ dice: inout Dice) -> Int64 {
        switch fact.type {
        case .boolean: Int64.random(in: 0...1, using: &dice)
        case .name(let list): Int64(Int.random(in: list.names.indices, using: &dice))
        case .number, .time: Int64.random(in: 0...3, using: &dice)
        }
    }

    func randomCondition(_ depth: Int, _ dice: inout Dice) -> Condition {
        let fact = Self.subjects.randomElement(using: &dice) ?? .runNow
        switch Int.random(in: 0...(depth > 0 ? 6 : 3), using: &dice) {
        case 0: return .test(FactTest(fact: fact, check: .known(Bool.random(using: &dice))))
        case 1: return .test(FactTest(fact: .recordGivenAt, check: .before(.fact(.runNow), by: .none)))
        case 2, 3: return .test(FactTest(fact: fact, check: .oneOf([randomCell(fact, &dice)])))
        case 4: return .not(randomCondition(depth - 1, &dice))
        case 5: return .all([randomCondition(depth - 1, &dice), randomCondition(depth - 1, &dice)])
        default: return .any([randomCondition(depth - 1, &dice), randomCondition(depth - 1, &dice)])
        }
    }

    func randomFacts(_ dice: inout Dice) -> Facts {
        var facts = Facts()
        for fact in Self.subjects where Int.random(in: 0...3, using: &dice) > 0 {
            facts.store(cell: randomCell(fact, &dice), in: fact)
        }
        return facts
    }

    @Test("yes and no are certain, whatever the open facts turn out to be")
    func sound() {
        var dice = Dice(state: 7)
        var certain = 0
        for _ in 0..<2000 {
            let condition = randomCondition(4, &dice)
            let settled = Set(Self.subjects.filter { _ in Bool.random(using: &dice) })
            let assumed = randomFacts(&dice)
            let truth = condition.truth(under: Assumption(facts: assumed, settled: settled))
            if truth != .maybe { certain += 1 }
            for _ in 0..<20 {
                var facts = randomFacts(&dice)
                for fact in settled { facts[fact] = assumed[fact] }
                let holds = condition.holds(for: facts)
                #expect(truth == .maybe || (truth == .yes) == holds)
            }
        }
        #expect(certain > 500)
    }

    @Test("with everything settled there is no maybe")
    func complete() {
        var dice = Dice(state: 11)
        for _ in 0..<500 {
            let condition = randomCondition(4, &dice)
            let facts = randomFacts(&dice)
            let truth = condition.truth(under: Assumption(facts: facts, settled: Set(Fact.allCases)))
            #expect(truth == (condition.holds(for: facts) ? .yes : .no))
        }
    }
}
