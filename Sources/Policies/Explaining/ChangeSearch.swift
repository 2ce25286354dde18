import Consent

/// Looks for changes of a single fact that would turn the answer of a condition around.
///
/// Every value of a small fact is tried, and the unknown too where a fact can be unknown. Of a moment or number those are tried
/// that lie at the edges of the condition's own tests, and the change is told in the words of those tests.
struct ChangeSearch {
    private let condition: Condition
    private let facts: Facts
    private let holds: Bool

    init(_ condition: Condition, _ facts: Facts) {
        self.condition = condition
        self.facts = facts
        holds = condition.holds(for: facts)
    }

    /// The changes, in the order of the vocabulary.
    ///
    /// The moment of the run is left out: nobody can change what time it is.
    var changes: [FactChange] {
        let asked = condition.facts
        return Fact.allCases.filter { asked.contains($0) && $0 != .runNow }.compactMap { fact in
            (fact.type.isWide ? wanted(ofWide: fact) : wanted(ofSmall: fact))
                .map { FactChange(fact: fact, wanted: $0) }
        }
    }

    /// Whether another value of a fact, ``Facts/unknown`` for none, turns the answer around.
    private func turns(_ fact: Fact, to cell: Int64) -> Bool {
        var changed = facts
        changed.store(cell: cell, in: fact)
        return condition.holds(for: changed) != holds
    }

    /// Whether the answer is turned around when nothing is known of a fact; nil where something always is.
    private func turnsByForgetting(_ fact: Fact) -> Bool? {
        guard fact.definition.unknown != FactDefinition.never else { return nil }
        return facts.isKnown(fact) && turns(fact, to: Facts.unknown)
    }

    private func wanted(ofSmall fact: Fact) -> String? {
        let names =
            if case .name(let list) = fact.type { list.names } else { ["false", "true"] }
        let turning = names.indices.filter { turns(fact, to: Int64($0)) }
        return ChangeWords.names(
            names, at: turning, whenUnknown: turnsByForgetting(fact), isKnown: facts.isKnown(fact))
    }

    private func wanted(ofWide fact: Fact) -> String? {
        let ways = WaysOfWideFact(
            condition, facts, fact, trying: edges(of: condition.tests(on: fact), on: fact))
        var words = ways.words
        if turnsByForgetting(fact) == true, !words.contains("unknown") { words.append("unknown") }
        return words.isEmpty ? nil : words.joined(separator: " or ")
    }

    /// Values of a moment or number on both sides of every edge that a test has.
    private func edges(of tests: [FactTest], on fact: Fact) -> [Int64] {
        let now = facts.cell(of: .runNow) ?? 0
        var cells: [Int64] = [now]
        for test in tests {
            for edge in test.fact == fact ? edges(of: test) : edges(ofOtherIn: test) {
                for step in Self.steps {
                    let (cell, overflow) = edge.addingReportingOverflow(step)
                    if !overflow, cell != Facts.unknown { cells.append(cell) }
                }
            }
        }
        // A number has no first and no last value that means anything; a moment does.
        if fact.type == .time { cells += [Instant.range.lowerBound, Instant.range.upperBound] }
        return cells
    }

    /// A step to either side; a few days, because months cannot be counted back to the same day.
    private static let steps: [Int64] = [-345_600, -1, 0, 1, 345_600]

    private func edges(of test: FactTest) -> [Int64] {
        switch test.check {
        case .known: []
        case .oneOf(let cells): cells
        case .within(let range): [range.lowerBound, range.upperBound]
        case .after(let other, let period): moment(other).map { [period.after($0).seconds] } ?? []
        case .before(let other, let period): moment(other).map { [period.before($0).seconds] } ?? []
        case .olderThan(let period): moment(.fact(.runNow)).map { [period.before($0).seconds] } ?? []
        }
    }

    /// Where the moment lies with which a test compares, if it is that one which changes.
    private func edges(ofOtherIn test: FactTest) -> [Int64] {
        guard let compared = moment(.fact(test.fact)) else { return [] }
        switch test.check {
        case .after(_, let period): return [period.before(compared).seconds]
        case .before(_, let period): return [period.after(compared).seconds]
        default: return []
        }
    }

    private func moment(_ moment: FactTest.Moment) -> Instant? {
        switch moment {
        case .literal(let instant): instant
        case .fact(let fact): facts.cell(of: fact).map(Instant.init(seconds:))
        }
    }
}
