extension Condition {
    /// The facts that settle the answer, in the order in which the condition asks for them.
    ///
    /// The smallest set that can be told by walking: all parts of an `all` that holds, the first false part of one that does
    /// not; the first true part of an `any` that holds, all parts of one that does not.
    func decidingFacts(for facts: Facts) -> [Fact] {
        var found: [Fact] = []
        collectDeciding(for: facts, into: &found)
        return found
    }

    private func collectDeciding(for facts: Facts, into found: inout [Fact]) {
        switch self {
        case .all(let parts):
            if let first = parts.first(where: { !$0.holds(for: facts) }) {
                first.collectDeciding(for: facts, into: &found)
            } else {
                for part in parts { part.collectDeciding(for: facts, into: &found) }
            }
        case .any(let parts):
            if let first = parts.first(where: { $0.holds(for: facts) }) {
                first.collectDeciding(for: facts, into: &found)
            } else {
                for part in parts { part.collectDeciding(for: facts, into: &found) }
            }
        case .not(let part):
            part.collectDeciding(for: facts, into: &found)
        case .test(let test):
            for fact in test.factsInOrder where !found.contains(fact) { found.append(fact) }
        }
    }

    /// Every test that asks for a fact, each once.
    func tests(on fact: Fact) -> [FactTest] {
        switch self {
        case .all(let parts), .any(let parts):
            parts.reduce(into: []) { tests, part in
                for test in part.tests(on: fact) where !tests.contains(test) { tests.append(test) }
            }
        case .not(let part): part.tests(on: fact)
        case .test(let test): test.facts.contains(fact) ? [test] : []
        }
    }
}

extension FactTest {
    /// The fact that is asked for, and then the one that it is compared with.
    var factsInOrder: [Fact] {
        switch check {
        case .after(.fact(let other), _), .before(.fact(let other), _): [fact, other]
        case .olderThan: [fact, .runNow]
        default: [fact]
        }
    }
}
