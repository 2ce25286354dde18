/// Whether something holds when not everything is settled (Kleene's three-valued logic).
enum Truth: Sendable {
    /// It holds, whatever the open facts are.
    case yes
    /// It may or may not hold.
    case maybe
    /// It does not hold, whatever the open facts are.
    case no
}

/// Some facts settled, and all others open: they may have any value, or be unknown.
struct Assumption: Sendable {
    /// The values of the settled facts.
    let facts: Facts
    /// The settled facts; those without a value in ``facts`` are settled to be unknown.
    let settled: Set<Fact>
}

extension Condition {
    /// What can be said of the condition under an assumption.
    ///
    /// Errs towards ``Truth/maybe``: that `a` or not `a` always holds is not seen where `a` is open. An answer of
    /// yes or no is certain.
    func truth(under assumption: Assumption) -> Truth {
        truth { test in
            guard test.facts.isSubset(of: assumption.settled) else { return .maybe }
            return test.holds(for: assumption.facts) ? .yes : .no
        }
    }

    /// What can be said of the condition when this can be said of its tests.
    func truth(of answer: (FactTest) -> Truth) -> Truth {
        switch self {
        case .all(let parts):
            let truths = parts.map { $0.truth(of: answer) }
            return truths.contains(.no) ? .no : truths.contains(.maybe) ? .maybe : .yes
        case .any(let parts):
            let truths = parts.map { $0.truth(of: answer) }
            return truths.contains(.yes) ? .yes : truths.contains(.maybe) ? .maybe : .no
        case .not(let part):
            switch part.truth(of: answer) {
            case .yes: return .no
            case .maybe: return .maybe
            case .no: return .yes
            }
        case .test(let test):
            return answer(test)
        }
    }
}
