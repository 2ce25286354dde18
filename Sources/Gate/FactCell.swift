import Consent
import Lists
import Policies
import UnicodeForms

/// What a cell says of the fact that its column tells.
enum FactCell: Hashable {
    /// Nothing stands there, and nothing is known by it.
    case blank
    /// The fact has this value.
    case told(FactValue)
    /// Something stands there that cannot be read; the fact is unknown.
    case unreadable
    /// A date whose day and month cannot be told apart; the fact is unknown unless other dates of the column tell.
    case ambiguous

    /// Longer cells hold texts and not values.
    private static let longestCell = 200

    /// Reads a cell as a value of the fact's type.
    ///
    /// - Parameter order: The order of day and month in the column, if its dates told it.
    init(reading text: String, of fact: Fact, order: DateOrder?) {
        guard text.contains(where: { !$0.isWhitespace }) else {
            self = .blank
            return
        }
        guard text.utf8.count <= Self.longestCell else {
            self = .unreadable
            return
        }
        if fact.type == .time {
            self = Self.time(text, order)
        } else {
            self = Self.value(text, fact.type).map { .told($0) } ?? .unreadable
        }
    }

    private static func value(_ text: String, _ type: FactType) -> FactValue? {
        switch type {
        case .boolean: YesNo(reading: text).map { .boolean($0.isYes) }
        case .name(.countries): countries.code(of: text).map { .name($0) }
        case .name(let list): list.names.first { folded($0) == folded(text) }.map { .name($0) }
        case .number(let unit):
            Int(text.filter { !$0.isWhitespace }).flatMap { range(of: unit).contains($0) ? .number($0) : nil }
        case .time: nil
        }
    }

    /// A day counts as its first second, and a time without a zone as UTC.
    private static func time(_ text: String, _ order: DateOrder?) -> FactCell {
        guard let written = WrittenTime(parsing: text) else { return .unreadable }
        do {
            return .told(.time(try written.resolved(order).instant))
        } catch {
            return error == .ambiguous ? .ambiguous : .unreadable
        }
    }

    private static func range(of unit: FactType.Unit) -> ClosedRange<Int> {
        switch unit {
        case .years: 0...150
        case .percent: 0...100
        case .perTenThousand: 0...10_000
        case .lines: 1...1_000_000_000
        }
    }

    /// Names are compared by their letters: `Soft opt-in` is `soft-opt-in`.
    private static func folded(_ name: String) -> String { name.lowercased().filter(\.isLetter) }

    private static let countries = CountryNames(of: Country.codes)
}

extension FactType {
    /// What to write into a cell that cannot be read.
    var advice: String {
        switch self {
        case .boolean: "Write yes or no."
        case .name(.countries): "Write the country's name or its two letters."
        case .name(let list): "Write one of \(list.names.joined(separator: ", "))."
        case .number: "Write a whole number."
        case .time: "Write the date as in 2026-10-02."
        }
    }
}
