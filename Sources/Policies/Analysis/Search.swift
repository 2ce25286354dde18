/// Looks for facts for which some formulas hold and others do not.
///
/// Goes back where it cannot go on (Davis, Putnam, Logemann and Loveland), and takes the value next that settles most.
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

        /// That a formula holds.
        init(_ formula: Formula, in table: TestTable) {
            self.formula = formula
            size = formula.size
            facts = Array(Set(formula.tests.flatMap { table.tests[$0].facts }))
                .sorted { $0.rawValue < $1.rawValue }
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
        isSettled[Int(fact.rawValue)] = true
        defer { isSettled[Int(fact.rawValue)] = false }
        var ways: [(choice: TestTable.Choice, rest: [Goal])] = []
        for choice in table.choices[Int(fact.rawValue)] {
            let changed = apply(choice)
            if let rest = stillOpen(open, since: fact) { ways.append((choice, rest)) }
            forget(changed)
        }
        ways.sort { $0.rest.count < $1.rest.count }
        var answer = Answer.impossible
        for way in ways {
            let changed = apply(way.choice)
            let found = search(way.rest)
            forget(changed)
            if found == .possible { return .possible }
            if found == .undecided { answer = .undecided }
        }
        return answer
    }

    /// Tries whether a test of known moments holds.
    private mutating func settle(_ test: Int, _ open: [Goal]) -> Answer {
        var answer = Answer.impossible
        for holds in [false, true] {
            times.add(table.tests[test], holds: holds)
            truths[test] = holds ? .yes : .no
            work -= times.count * times.count
            var found = Answer.impossible
            if times.isPossible, let rest = stillOpen(open, since: table.tests[test].fact) {
                found = search(rest)
            }
            truths[test] = .maybe
            times.removeLast()
            if found == .possible { return .possible }
            if found == .undecided { answer = .undecided }
        }
        return answer
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

    /// The goals that are not reached yet; nil where one cannot be reached any more.
    private mutating func stillOpen(_ goals: [Goal], since fact: Fact? = nil) -> [Goal]? {
        var open: [Goal] = []
        for goal in goals {
            if let fact, !goal.facts.contains(fact) {
                open.append(goal)
                continue
            }
            work -= goal.size
            switch goal.formula.truth(truths) {
            case .yes: if !goal.isWanted { return nil }
            case .no: if goal.isWanted { return nil }
            case .maybe: open.append(goal)
            }
        }
        return open
    }
}
