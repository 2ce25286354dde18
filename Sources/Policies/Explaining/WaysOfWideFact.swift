/// The ways in which another value of a moment or number would turn the answer of a condition around, in the words of the
/// condition's own tests.
///
/// A value is told by the answers of the tests that ask for the fact. Two values with the same answers are the same way; of the
/// answers those are told that are needed for the whole to turn around.
struct WaysOfWideFact {
    /// A test, by its place, and the answer that it must give.
    private struct Answer: Hashable {
        let test: Int
        let isYes: Bool
    }

    private let fact: Fact
    private let tests: [FactTest]
    /// The answers of the tests for each value that is tried.
    private let answers: [[Bool]]
    /// Whether each of these values turns the whole around.
    private let turns: [Bool]
    /// The answers as things are.
    private let now: [Bool]

    init(_ condition: Condition, _ facts: Facts, _ fact: Fact, trying cells: [Int64]) {
        let tests = condition.tests(on: fact)
        let holds = condition.holds(for: facts)
        var answers: [[Bool]] = []
        var turns: [Bool] = []
        for cell in cells {
            var changed = facts
            changed.store(cell: cell, in: fact)
            let given = tests.map { $0.holds(for: changed) }
            guard !answers.contains(given) else { continue }
            answers.append(given)
            turns.append(condition.holds(for: changed) != holds)
        }
        self.fact = fact
        self.tests = tests
        self.answers = answers
        self.turns = turns
        now = tests.map { $0.holds(for: facts) }
    }

    /// What the fact would have to be, each way by itself.
    var words: [String] {
        var ways: [[Answer]] = []
        for place in answers.indices where turns[place] {
            let way = told(sufficient(at: place))
            if !ways.contains(way) { ways.append(way) }
        }
        // A way that another one goes too, and further, is none of its own.
        let widest = ways.enumerated().filter { place, way in
            !ways.enumerated().contains { other in
                other.offset != place && covers(other.element, way)
                    && (!covers(way, other.element) || other.offset < place)
            }
        }.map { $0.element }
        return widest.map { way in
            way.map { ChangeWords.text(of: tests[$0.test], about: fact, becoming: $0.isYes) }
                .joined(separator: " and ")
        }
    }

    /// Answers with which no value fails to turn the whole around: those that change, and others as far as they are needed.
    private func sufficient(at place: Int) -> [Answer] {
        let wanted = answers[place]
        var way = tests.indices.filter { wanted[$0] != now[$0] }.map { Answer(test: $0, isYes: wanted[$0]) }
        while let failing = answers.indices.first(where: { !turns[$0] && fits(way, $0) }),
            let missing = tests.indices.first(where: { answers[failing][$0] != wanted[$0] })
        {
            way.append(Answer(test: missing, isYes: wanted[missing]))
        }
        return way.sorted { $0.test < $1.test }
    }

    /// The answers without those that another one of them implies: who is at most 15 is at most 17 too.
    private func told(_ way: [Answer]) -> [Answer] {
        var left = way
        for answer in way {
            let others = left.filter { $0 != answer }
            if others.contains(where: { implies($0, answer) }) { left = others }
        }
        return left
    }

    private func implies(_ one: Answer, _ other: Answer) -> Bool {
        answers.allSatisfy { $0[one.test] != one.isYes || $0[other.test] == other.isYes }
    }

    /// Whether every value that goes one way goes another too.
    private func covers(_ wide: [Answer], _ narrow: [Answer]) -> Bool {
        answers.indices.allSatisfy { !fits(narrow, $0) || fits(wide, $0) }
    }

    private func fits(_ way: [Answer], _ place: Int) -> Bool {
        way.allSatisfy { answers[place][$0.test] == $0.isYes }
    }
}
