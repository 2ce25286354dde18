import Consent

extension FactTest: CustomStringConvertible {
    /// The test as an author writes it in its short form, such as `record.givenAt: {olderThan: 24 months}`.
    ///
    /// Read again, it gives the same test.
    var description: String { "\(fact.name): \(question(in: fact.type))" }

    private func question(in type: FactType) -> String {
        switch check {
        case .known(let wanted): return "{known: \(wanted)}"
        case .oneOf(let cells):
            let texts = cells.map(type.text)
            return texts.count == 1 ? texts[0] : "[\(texts.joined(separator: ", "))]"
        case .within(let range):
            var parts: [String] = []
            if range.lowerBound > .min { parts.append("atLeast: \(type.text(of: range.lowerBound))") }
            if range.upperBound < .max { parts.append("atMost: \(type.text(of: range.upperBound))") }
            return "{\(parts.joined(separator: ", "))}"
        case .after(let moment, let period): return Self.comparison("after", moment, period)
        case .before(let moment, let period): return Self.comparison("before", moment, period)
        case .olderThan(let period): return "{olderThan: \(period)}"
        }
    }

    private static func comparison(_ word: String, _ moment: Moment, _ period: Period) -> String {
        let other =
            switch moment {
            case .fact(let fact): fact.name
            case .literal(let instant): instant.description
            }
        return period == .none ? "{\(word): \(other)}" : "{\(word): \(other), by: \(period)}"
    }
}

extension FactType {
    /// A value as ``Facts`` stores it, in the words of a policy.
    func text(of cell: Int64) -> String {
        switch self {
        case .boolean: return cell == 0 ? "false" : "true"
        case .name(let list):
            let names = list.names
            guard let index = Int(exactly: cell), names.indices.contains(index) else { return "?" }
            return names[index]
        case .number: return String(cell)
        case .time: return Instant(seconds: cell).description
        }
    }
}

extension Period: CustomStringConvertible {
    /// The period in the greatest unit that goes into it, with days and months for the longest: `24 months`.
    var description: String {
        if months != 0 { return Self.count(months, "month") }
        for (unit, length) in [("day", Int64(86_400)), ("hour", 3600), ("minute", 60)]
        where seconds % length == 0 && seconds != 0 {
            return Self.count(seconds / length, unit)
        }
        return Self.count(seconds, "second")
    }

    private static func count(_ count: Int64, _ unit: String) -> String {
        count == 1 ? "1 \(unit)" : "\(count) \(unit)s"
    }
}

extension Condition: CustomStringConvertible {
    /// The condition as an author writes it on one line.
    var description: String {
        switch self {
        case .all(let parts): "all: [\(parts.map(\.braced).joined(separator: ", "))]"
        case .any(let parts): "any: [\(parts.map(\.braced).joined(separator: ", "))]"
        case .not(let part): "not: \(part.braced)"
        case .test(let test): test.description
        }
    }

    private var braced: String { "{\(self)}" }
}
