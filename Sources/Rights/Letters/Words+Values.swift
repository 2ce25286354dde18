import Consent

extension Words {
    /// So many of a unit of time: `1 year`, `3 years`.
    func span(_ count: Int64, _ unit: CalendarSpan.Unit) -> String {
        let (one, many): (Phrase, Phrase) =
            switch unit {
            case .year: (.spanYear, .spanYears)
            case .month: (.spanMonth, .spanMonths)
            case .week: (.spanWeek, .spanWeeks)
            case .day: (.spanDay, .spanDays)
            }
        return self(count == 1 ? one : many, ["number": String(count)])
    }

    /// How long something is kept: a span of ISO 8601 in words, and other words as they are.
    package func retention(_ text: String) -> String {
        guard let span = CalendarSpan(text) else { return text }
        return span.parts.map { self.span(Int64($0.count), $0.unit) }.joined(separator: ", ")
    }

    /// A fact that was told with an act: what it is, and its value.
    package func told(_ name: String, _ value: String) -> (name: String, value: String) {
        let label = self.name(.told, name)
        guard label != name else { return (self[.recordNote], "\(name): \(value)") }
        if name == "evidenceKind" { return (label, self.name(.proof, value)) }
        switch value {
        case "true": return (label, self[.isSo])
        case "false": return (label, self[.isNot])
        default: return (label, (try? Instant(parsing: value)).map(Moment.words) ?? value)
        }
    }
}
