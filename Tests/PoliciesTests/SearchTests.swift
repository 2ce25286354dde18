import Consent
import TestSupport
import Testing

@testable import Policies

/// The search for facts, held against trying all of them.
@Suite("The search for facts that fit conditions")
struct SearchTests {
    /// Facts with few values, so that all of them can be tried.
    static let facts: [Fact] = [.rowRagged, .rowRepeated, .recordIsReturn, .rowSubscriber, .rowAge]
    static let ages: ClosedRange<Int> = 10...17

    /// Numbers that look random and are the same in every run.
    struct Dice {
        let source: SeededRandom

        func roll(_ sides: Int) throws -> Int { Int(try source.bytes(1)[0]) % sides }
    }

    func test(_ dice: Dice) throws -> FactTest {
        let fact = Self.facts[try dice.roll(Self.facts.count)]
        if try dice.roll(5) == 0 { return FactTest(fact: fact, check: .known(try dice.roll(2) == 0)) }
        switch fact.type {
        case .number:
            let low = Int64(try dice.roll(6) + 10)
            return FactTest(fact: fact, check: .within(low...(low + Int64(try dice.roll(3)))))
        case .name(let list):
            return FactTest(fact: fact, check: .oneOf([Int64(try dice.roll(list.names.count))]))
        case .boolean, .time: return FactTest(fact: fact, check: .oneOf([Int64(try dice.roll(2))]))
        }
    }

    func condition(_ dice: Dice, depth: Int) throws -> Condition {
        guard depth > 0, try dice.roll(4) > 0 else { return .test(try test(dice)) }
        let parts = try (0...(try dice.roll(3))).map { _ in try condition(dice, depth: depth - 1) }
        return switch try dice.roll(3) {
        case 0: .all(parts)
        case 1: .any(parts)
        default: .not(parts[0])
        }
    }

    /// Every combination of values, the unknown included.
    static let everything: [Facts] = {
        var all = [Facts()]
        for fact in facts {
            let cells: [Int64] =
                switch fact.type {
                case .boolean, .time: [0, 1]
                case .name(let list): list.names.indices.map { Int64($0) }
                case .number: ages.map { Int64($0) } + [9, 18]
                }
            all = all.flatMap { facts in
                [facts]
                    + cells.map { cell in
                        var more = facts
                        more.store(cell: cell, in: fact)
                        return more
                    }
            }
        }
        return all
    }()

    @Test("answers as trying every combination does")
    func exact() throws {
        let dice = Dice(source: SeededRandom(seed: 4))
        var (possible, impossible) = (0, 0)
        for _ in 0..<300 {
            let conditions = try (0..<4).map { _ in try condition(dice, depth: 3) }
            let wanted = try conditions.map { _ in try dice.roll(2) == 0 }
            var table = TestTable()
            let formulas = conditions.map { table.formula(of: $0) }
            table.settle()
            let goals = zip(formulas, wanted).map { formula, isWanted in
                let goal = Search.Goal(formula, in: table)
                return isWanted ? goal : goal.opposite
            }
            var search = Search(table, work: 1_000_000)
            let expected = Self.everything.contains { facts in
                zip(conditions, wanted).allSatisfy { $0.holds(for: facts) == $1 }
            }
            #expect(search.answer(goals) == (expected ? .possible : .impossible), "\(conditions) \(wanted)")
            if expected { possible += 1 } else { impossible += 1 }
        }
        #expect(possible > 30 && impossible > 30, "\(possible) \(impossible)")
    }

    @Test("never takes for impossible what moments show to be so")
    func moments() throws {
        let dice = Dice(source: SeededRandom(seed: 11))
        let times: [Fact] = [.recordGivenAt, .recordRecordedAt, .runNow]
        let periods = [
            Period.none, Period(months: 1, seconds: 0), Period(months: 24, seconds: 0),
            Period(months: 0, seconds: 86_400 * 30), Period(months: 0, seconds: 300),
        ]
        let start = try Instant(parsing: "2023-12-31T23:59:59Z")
        for _ in 0..<400 {
            var facts = Facts()
            for fact in times {
                let days = Int64(try dice.roll(40)) * 15
                if try dice.roll(6) > 0 { facts.set(fact, to: start.advanced(by: days * 86_400)) }
            }
            // Tests of these moments, each with its true answer: the search must find that they fit.
            let tests = try (0..<6).map { _ -> FactTest in
                let (fact, other) = (times[try dice.roll(3)], times[try dice.roll(3)])
                let period = periods[try dice.roll(periods.count)]
                switch try dice.roll(4) {
                case 0: return FactTest(fact: fact, check: .after(.fact(other), by: period))
                case 1: return FactTest(fact: fact, check: .before(.fact(other), by: period))
                case 2: return FactTest(fact: fact, check: .before(.literal(start), by: period))
                default: return FactTest(fact: fact, check: .olderThan(period))
                }
            }
            var table = TestTable()
            let formulas = tests.map { table.formula(of: .test($0)) }
            table.settle()
            let goals = zip(formulas, tests).map { formula, test in
                let goal = Search.Goal(formula, in: table)
                return test.holds(for: facts) ? goal : goal.opposite
            }
            var search = Search(table, work: 1_000_000)
            #expect(search.answer(goals) == .possible, "\(tests) \(facts.known)")
        }
    }

    @Test("gives up where it may not look at more, and claims nothing")
    func gives() throws {
        var table = TestTable()
        let formula = table.formula(
            of: .all([
                .test(FactTest(fact: .rowRagged, check: .oneOf([1]))),
                .test(FactTest(fact: .rowRepeated, check: .oneOf([1]))),
            ]))
        table.settle()
        var search = Search(table, work: 2)
        #expect(search.answer([Search.Goal(formula, in: table)]) == .undecided)
    }
}
