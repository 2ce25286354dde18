/// A span of time as ISO 8601 writes it, in units of the calendar: `P3Y`, `P1Y6M`, `P90D`.
///
/// Machines are told so how long data are kept; people are told in words.
package struct CalendarSpan: Hashable, Sendable {
    /// A unit of the calendar, in the order of the form.
    package enum Unit: String, Sendable, CaseIterable {
        /// Written `Y`.
        case year
        /// Written `M`.
        case month
        /// Written `W`.
        case week
        /// Written `D`.
        case day

        fileprivate var letter: Character {
            switch self {
            case .year: "Y"
            case .month: "M"
            case .week: "W"
            case .day: "D"
            }
        }
    }

    /// So many of one unit.
    package struct Part: Hashable, Sendable {
        /// How many.
        package let count: Int
        /// Of what.
        package let unit: Unit
    }

    /// Its parts, the longest unit first, each unit once.
    package let parts: [Part]

    /// Reads the form; nil where a text is of another one, as that of hours is.
    package init?(_ text: some StringProtocol) {
        guard text.first == "P" else { return nil }
        var parts: [Part] = []
        var units = Unit.allCases[...]
        var rest = text.dropFirst()
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest.dropFirst(digits.count)
            guard (1...6).contains(digits.count), let count = Int(digits), count > 0, let letter = rest.first,
                let place = units.firstIndex(where: { $0.letter == letter })
            else { return nil }
            parts.append(Part(count: count, unit: units[place]))
            units = units[(place + 1)...]
            rest = rest.dropFirst()
        }
        guard !parts.isEmpty else { return nil }
        self.parts = parts
    }

    /// In English words: `1 year, 6 months`.
    package var words: String {
        parts.map { "\($0.count) \($0.unit.rawValue)\($0.count == 1 ? "" : "s")" }.joined(separator: ", ")
    }
}
