import Consent
import TestSupport

@testable import Policies

/// Policies with conditions that nobody would write, and moments that lie near what they ask for.
struct RandomPolicy {
    var random: SeededRandom

    static let now = Instant(seconds: 1_790_000_000)
    static let periods = [
        "1 second", "5 minutes", "30 days", "1 month", "24 months", "4000 years", "1000000 weeks",
    ]
    static let literals = [
        "0000-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "2024-02-29T12:00:00Z", "2026-09-21T14:13:20Z",
        "9999-12-31T23:59:59Z",
    ]

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    /// A policy with some rules of its own.
    mutating func policy(rules: Int) throws -> Policy {
        var text = PolicyText.head + PolicyText.s01
        for number in 1...rules {
            let verdict = pick(Rule.Effect.allCases.map(\.rawValue))
            let override = pick(["never", "dpo", "user"])
            let basis =
                ["accept", "hold"].contains(verdict)
                ? pick(["", "basis: gives"]) : pick(["", "basis: needs"])
            text += PolicyText.rule(
                "OWN-\(number)", when: condition(depth: 3), verdict: verdict, override: override, more: basis)
        }
        return try Policy(parsing: text, file: "trial.yaml")
    }

    private mutating func condition(depth: Int) -> String {
        let form = depth == 0 ? 9 : Int.random(in: 0..<10, using: &random)
        return switch form {
        case 0...2: "{all: [\(condition(depth: depth - 1)), \(condition(depth: depth - 1))]}"
        case 3...5: "{any: [\(condition(depth: depth - 1)), \(condition(depth: depth - 1))]}"
        case 6, 7: "{not: \(condition(depth: depth - 1))}"
        default: test()
        }
    }

    private mutating func test() -> String {
        let fact = pick(Fact.allCases.filter { Bool.random(using: &random) || $0.type.isWide })
        if Int.random(in: 0..<6, using: &random) == 0 {
            return "{\(fact.name): {known: \(Bool.random(using: &random))}}"
        }
        switch fact.type {
        case .boolean: return "{\(fact.name): \(Bool.random(using: &random))}"
        case .name(let list): return "{\(fact.name): [\(pick(list.names)), \(pick(list.names))]}"
        case .number: return "{\(fact.name): \(numbers())}"
        case .time: return "{\(fact.name): \(moments())}"
        }
    }

    private mutating func numbers() -> String {
        let (a, b) = (Int.random(in: -3...3, using: &random), Int.random(in: 0...3, using: &random))
        return pick([
            "\(a)", "[\(a), \(a + b + 1)]", "{atLeast: \(a)}", "{atMost: \(a)}",
            "{atLeast: \(a), atMost: \(a + b)}",
        ])
    }

    private mutating func moments() -> String {
        if Int.random(in: 0..<4, using: &random) == 0 { return "{olderThan: \(pick(Self.periods))}" }
        let times = Fact.allCases.filter { $0.type == .time }.map(\.name)
        let other = pick([pick(times), "run.now", pick(Self.literals)])
        let by = pick(["", ", by: \(pick(Self.periods))"])
        return "{\(pick(["after", "before"])): \(other)\(by)}"
    }

    mutating func pick<T>(_ all: [T]) -> T { all[Int.random(in: all.indices, using: &random)] }
}
