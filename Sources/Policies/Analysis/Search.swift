/// Looks for facts for which some formulas hold and others do not.
///
/// Goes back where it cannot go on (Davis, Putnam, Logemann and Loveland), at once to the last choice that had a part in
/// it (Prosser's conflict-directed backjumping), and takes the value next that settles most.
/// An answer of possible or impossible is certain as far as single facts go: that a row without an address has no record,
/// say, it does not know, and so takes for possible what never happens.
struct Search {
    /// Something that should hold, or should not.
    struct Goal {
        let formula: Formula
        private(set) var isWanted = true
        let size: Int
        /// The facts on which it depends, once each.
        let facts: [Fact]
        /// The tests of its own that compare moments.
        let comparisons: [Int]

        /// That a formula holds.
        init(_ formula: Formula, in table: TestTable) {
            self.formula = formula
            size = formula.size
            let tests = formula.tests
            facts = Array(Set(tests.flatMap { table.tests[$0].facts })).sorted { $0.rawValue < $1.rawValue }
            comparisons = tests.filter { table.tests[$0].comparesMoments }
        }

        /// The opposite.
        var opposite: Goal {
            var goal = self
            goal.isWanted.toggle()
            return goal
        }
    }

    /// What came of looking.
    enum Answer {
        case possible
        case impossible
        /// There was too much to look through.
        case undecided
    }

    private let table: TestTable
    private var truths: [Truth]
    private var isSettled = Array(repeating: false, count: Fact.allCases.count)
    private var times = TimeOrder()
    /// The comparisons of moments that were decided, in that order.
    private var decided: [Int] = []
    /// What the last impossibility came of: choices of facts, by raw value, and of comparisons, counted on from there.
    private var blame: Set<Int> = []
    /// How many parts of formulas may still be looked at.
    private(set) var work: Int

    init(_ table: TestTable, work: Int) {
        self.table = table
        self.work = work
        truths = Array(repeating: .maybe, count: table.tests.count)
    }

    /// Whether all goals can be reached together.
    mutating func answer(_ goals: [Goal]) -> Answer {
        guard let open = stillOpen(goals) else { return .impossible }
        return search(open)
    }

    private mutating func search(_ open: [Goal]) -> Answer {
        if open.isEmpty { return .possible }
        guard work > 0 else { return .undecided }
        guard let test = narrowest(open)?.formula.firstOpen(truths) else { return .undecided }
        let facts = table.tests[test].facts.sorted { $0.rawValue < $1.rawValue }
        if let fact = facts.first(where: { !isSettled[Int($0.rawValue)] }) { return settle(fact, open) }
        return settle(test, open)
    }

    /// The goal with the fewest facts that are open.
    private mutating func narrowest(_ open: [Goal]) -> Goal? {
        work -= open.count
        var best: (goal: Goal, count: Int)?
        for goal in open {
            let count = goal.facts.count { !isSettled[Int($0.rawValue)] }
            if count < best?.count ?? .max { best = (goal, count) }
        }
        return best?.goal
    }

    /// Tries the values of a fact, first those that leave the fewest goals open.
    private mutating func settle(_ fact: Fact, _ open: [Goal]) -> Answer {
        let own = Int(fact.rawValue)
        isSettled[own] = true
        defer { isSettled[own] = false }
        var blames: Set<Int> = []
        var ways: [(choice: TestTable.Choice, rest: [Goal])] = []
        for choice in table.choices[own] {
            let changed = apply(choice)
            if let rest = stillOpen(open, since: fact) {
                ways.append((choice, rest))
            } else {
                blames.formUnion(blame)
            }
            forget(changed)
        }
        ways.sort { $0.rest.count < $1.rest.count }
        var answer = Answer.impossible
        for way in ways {
            let changed = apply(way.choice)
            let found = search(way.rest)
            forget(changed)
            switch found {
            case .possible: return .possible
            case .undecided: answer = .undecided
            case .impossible:
                // No other value of this fact would help.
                guard blame.contains(own) else { return .impossible }
                blames.formUnion(blame)
            }
        }
        blame = blames.subtracting([own])
        return answer
    }

    /// Tries whether a comparison of known moments holds.
    private mutating func settle(_ test: Int, _ open: [Goal]) -> Answer {
        let own = Self.choice(ofComparison: test)
        var blames: Set<Int> = []
        var answer = Answer.impossible
        for holds in [false, true] {
            let found = search(open, deciding: test, holds)
            switch found {
            case .possible: return .possible
            case .undecided: answer = .undecided
            case .impossible:
                guard blame.contains(own) else { return .impossible }
                blames.formUnion(blame)
            }
        }
        blame = blames.subtracting([own])
        return answer
    }

    private mutating func search(_ open: [Goal], deciding test: Int, _ holds: Bool) -> Answer {
        times.add(table.tests[test], holds: holds)
        decided.append(test)
        truths[test] = holds ? .yes : .no
        defer {
            truths[test] = .maybe
            decided.removeLast()
            times.removeLast()
        }
        work -= times.count * times.count
        guard times.isPossible else {
            blame = Set(decided.map { Self.choice(ofComparison: $0) })
            for test in decided { blame.formUnion(table.tests[test].facts.map { Int($0.rawValue) }) }
            return .impossible
        }
        guard let rest = stillOpen(open, since: table.tests[test].fact) else { return .impossible }
        return search(rest)
    }

    private static func choice(ofComparison test: Int) -> Int { Fact.allCases.count + test }

    /// The choices that a goal depends on and that were made.
    private func choices(of goal: Goal) -> Set<Int> {
        let facts = goal.facts.map { Int($0.rawValue) }.filter { isSettled[$0] }
        let comparisons = goal.comparisons.filter { truths[$0] != .maybe }
        return Set(facts).union(comparisons.map { Self.choice(ofComparison: $0) })
    }

    /// Makes tests true or false, and gives those that were open.
    private mutating func apply(_ choice: TestTable.Choice) -> [Int] {
        var changed: [Int] = []
        for (test, truth) in choice where truths[test] == .maybe {
            truths[test] = truth
            changed.append(test)
        }
        return changed
    }

    private mutating func forget(_ tests: [Int]) { for test in tests { truths[test] = .maybe } }

    /// The goals that are not reached yet; nil where one cannot be reached any more, which ``blame`` then tells.
    private mutating func stillOpen(_ goals: [Goal], since fact: Fact? = nil) -> [Goal]? {
        var open: [Goal] = []
        for goal in goals {
            if let fact, !goal.facts.contains(fact) {
                open.append(goal)
                continue
            }
            work -= goal.size
            switch goal.formula.truth(truths) {
            case .maybe: open.append(goal)
            case let truth where (truth == .yes) != goal.isWanted:
                blame = choices(of: goal)
                return nil
            case .yes, .no: break
            }
        }
        return open
    }
}

extension FactTest {
    /// Whether it says how one moment lies to another.
    fileprivate var comparesMoments: Bool {
        switch check {
        case .after, .before, .olderThan: true
        case .known, .oneOf, .within: false
        }
    }
}
