import Consent

/// All tests of some conditions, each with a number, and for each fact the values among which they differ.
///
/// Of the 249 countries, say, those that no test tells apart count as one value.
struct TestTable: Sendable {
    /// What follows for tests from a value of a fact.
    typealias Choice = [(test: Int, truth: Truth)]

    /// The tests by number.
    private(set) var tests: [FactTest] = []
    /// The numbers of the tests that look at a fact, by the fact's raw value.
    private(set) var testsOfFact: [[Int]] = Array(repeating: [], count: Fact.allCases.count)
    private var numbers: [FactTest: Int] = [:]
    /// The choices of each fact, by its raw value, once ``settle()`` was called.
    private(set) var choices: [[Choice]] = []

    /// A value of a closed list that stands on no list.
    private static let somethingElse: Int64 = -1

    /// The number of a test, the same for tests that say the same.
    private mutating func number(of test: FactTest) -> Int {
        var test = test
        if case .olderThan(let period) = test.check {
            test = FactTest(fact: test.fact, check: .before(.fact(.runNow), by: period))
        }
        if let number = numbers[test] { return number }
        numbers[test] = tests.count
        for fact in test.facts { testsOfFact[Int(fact.rawValue)].append(tests.count) }
        tests.append(test)
        return tests.count - 1
    }

    /// A condition in numbers.
    ///
    /// - Parameters:
    ///   - isOpen: Whether a test for a set that a setting has emptied may hold as any other. Such a rule is idle in one
    ///     policy, and no mistake of whoever wrote it.
    ///   - constants: Parts, by their place in `Condition.parts`, that are taken for settled.
    mutating func formula(
        of condition: Condition, isOpen: Bool = false, constants: [Int: Bool] = [:]
    ) -> Formula {
        var place = 0
        return formula(of: condition, isOpen, constants, &place)
    }

    private mutating func formula(
        of condition: Condition, _ isOpen: Bool, _ constants: [Int: Bool], _ place: inout Int
    ) -> Formula {
        let constant = constants[place]
        place += 1
        let formula: Formula
        switch condition {
        case .all(let parts): formula = .all(formulas(of: parts, isOpen, constants, &place))
        case .any(let parts): formula = .any(formulas(of: parts, isOpen, constants, &place))
        case .not(let part): formula = .not(self.formula(of: part, isOpen, constants, &place))
        case .test(let test):
            let isStandIn = isOpen && test.isEmpty
            formula = .test(
                number(
                    of: isStandIn
                        ? FactTest(fact: test.fact, check: .oneOf([Self.somethingElse])) : test))
        }
        return constant.map { .constant($0) } ?? formula
    }

    private mutating func formulas(
        of parts: [Condition], _ isOpen: Bool, _ constants: [Int: Bool], _ place: inout Int
    ) -> [Formula] {
        var formulas: [Formula] = []
        for part in parts { formulas.append(formula(of: part, isOpen, constants, &place)) }
        return formulas
    }

    /// Works out the choices of every fact; no test may come after.
    mutating func settle() {
        choices = Fact.allCases.map { fact in
            fact.type == .time ? choicesOfTime(fact) : choicesOfValue(fact)
        }
    }

    /// A moment is unknown or known; what its tests then say is decided one by one.
    private func choicesOfTime(_ fact: Fact) -> [Choice] {
        let own = testsOfFact[Int(fact.rawValue)]
        let unknown: Choice = own.map { ($0, tests[$0].check == .known(false) ? Truth.yes : .no) }
        let known: Choice = own.compactMap { number in
            guard case .known(let wanted) = tests[number].check else { return nil }
            return (number, wanted ? .yes : .no)
        }
        return [unknown, known]
    }

    private func choicesOfValue(_ fact: Fact) -> [Choice] {
        let own = testsOfFact[Int(fact.rawValue)]
        var seen: Set<[Bool]> = []
        var choices: [Choice] = []
        for cell in [nil] + cells(of: fact, own).map(Optional.some) {
            let answers = own.map { Self.holds(tests[$0].check, cell) }
            guard seen.insert(answers).inserted else { continue }
            choices.append(zip(own, answers).map { (test: $0, truth: $1 ? .yes : .no) })
        }
        return choices
    }

    /// Values of which at least one stands for any that there is.
    private func cells(of fact: Fact, _ own: [Int]) -> [Int64] {
        switch fact.type {
        case .boolean: return [0, 1]
        case .name(let list):
            let isOpen = own.contains { tests[$0].check == .oneOf([Self.somethingElse]) }
            return (isOpen ? [Self.somethingElse] : []) + list.names.indices.map { Int64($0) }
        case .number, .time:
            var edges: Set<Int64> = []
            for number in own {
                let told: [Int64] =
                    switch tests[number].check {
                    case .oneOf(let cells): cells
                    case .within(let range): [range.lowerBound, range.upperBound]
                    case .known, .after, .before, .olderThan: []
                    }
                for cell in told where cell > .min && cell < .max {
                    edges.formUnion([cell - 1, cell, cell + 1])
                }
            }
            return edges.isEmpty ? [0] : edges.sorted()
        }
    }

    private static func holds(_ check: FactTest.Check, _ cell: Int64?) -> Bool {
        guard let cell else { return check == .known(false) }
        return switch check {
        case .known(let wanted): wanted
        case .oneOf(let cells): cells.contains(cell)
        case .within(let range): range.contains(cell)
        case .after, .before, .olderThan: false
        }
    }
}
