import Consent

/// What a fact would have to be, in words that stand behind "were".
enum ChangeWords {
    /// So many names are told one by one.
    private static let mostNames = 8

    /// The names of a closed list that would do, by naming them or those that would not, whichever are fewer.
    ///
    /// - Parameters:
    ///   - turning: The places of those that would do.
    ///   - whenUnknown: Whether the unknown would do; nil where the fact is always known.
    ///   - isKnown: Whether the fact is known now.
    /// - Returns: Nil where nothing would do.
    static func names(
        _ names: [String], at turning: [Int], whenUnknown: Bool?, isKnown: Bool
    ) -> String? {
        let others = names.indices.filter { !turning.contains($0) }
        guard !turning.isEmpty else { return whenUnknown == true ? "unknown" : nil }
        if others.isEmpty { return isKnown ? nil : "known" }
        let isShorterByOthers = others.count < turning.count && names.count > 2
        if isShorterByOthers {
            let text = "not " + list(others.map { names[$0] })
            return whenUnknown == false ? "known and \(text)" : text
        }
        let told = turning.map { names[$0] } + (whenUnknown == true ? ["unknown"] : [])
        return list(told)
    }

    /// `a, b or c`; of very many the first, and how many more.
    private static func list(_ names: [String]) -> String {
        guard names.count <= mostNames else {
            let shown = names.prefix(mostNames - 2).joined(separator: ", ")
            return "\(shown) or one of \(names.count - mostNames + 2) more"
        }
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " or " + last
    }

    /// What a fact would have to be for a test to get another answer.
    ///
    /// - Parameter fact: The fact that changes: the one that is asked for, or the one that it is compared with.
    static func text(of test: FactTest, about fact: Fact, becoming answer: Bool) -> String {
        switch test.check {
        case .known(let wanted): return wanted == answer ? "known" : "unknown"
        case .oneOf(let cells): return (answer ? "" : "not ") + list(cells.map(String.init))
        case .within(let range): return text(of: range, becoming: answer)
        case .olderThan(let period): return (answer ? "" : "not ") + "older than \(period)"
        case .after(let other, let period):
            return test.fact == fact
                ? text("after", text(of: other), period, answer)
                : text("before", test.fact.name, period, answer)
        case .before(let other, let period):
            return test.fact == fact
                ? text("before", text(of: other), period, answer)
                : text("after", test.fact.name, period, answer)
        }
    }

    private static func text(_ word: String, _ moment: String, _ period: Period, _ answer: Bool) -> String {
        let distance = period == .none ? "" : "more than \(period) "
        return (answer ? "" : "not ") + "\(distance)\(word) \(moment)"
    }

    private static func text(of range: ClosedRange<Int64>, becoming answer: Bool) -> String {
        let hasLower = range.lowerBound != Int64.min
        let hasUpper = range.upperBound != Int64.max
        let lower = (answer ? "at least " : "below ") + String(range.lowerBound)
        let upper = (answer ? "at most " : "above ") + String(range.upperBound)
        if hasLower, hasUpper { return lower + (answer ? " and " : " or ") + upper }
        return hasUpper ? upper : hasLower ? lower : answer ? "known" : "unknown"
    }

    private static func text(of moment: FactTest.Moment) -> String {
        switch moment {
        case .fact(let fact): fact.name
        case .literal(let instant): instant.description
        }
    }
}
