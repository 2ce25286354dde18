import Consent
import StrictYAML

/// A span of time as a policy writes it: `5 minutes`, `24 months`.
///
/// Months and years are of the calendar: one month before 31 March is the last day of February. Days are of 24
/// hours, for moments are in UTC.
struct Period: Hashable, Sendable {
    let months: Int64
    let seconds: Int64

    static let none = Period(months: 0, seconds: 0)

    /// Months and seconds of one unit.
    private static let units: [(name: String, months: Int64, seconds: Int64)] = [
        ("second", 0, 1), ("minute", 0, 60), ("hour", 0, 3600), ("day", 0, 86_400), ("week", 0, 604_800),
        ("month", 1, 0), ("year", 12, 0),
    ]

    /// So many of any unit are more than the calendar has, and no product with a unit overflows.
    private static let counts: ClosedRange<Int64> = 1...1_000_000

    init(months: Int64, seconds: Int64) {
        self.months = months
        self.seconds = seconds
    }

    /// Reads a count and a unit, in the singular or the plural.
    init(parsing node: YAMLNode) throws(YAMLError) {
        let text = try node.nonEmptyText()
        let hint = "Write a count and a unit, such as 5 minutes or 24 months."
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.allSatisfy({ (48...57).contains($0) }) else {
            throw node.error("expected a period, found \"\(text.prefix(40))\"", hint: hint)
        }
        guard let count = Int64(parts[0]), Self.counts.contains(count) else {
            throw node.error("a period counts from 1 to \(Self.counts.upperBound)", hint: hint)
        }
        guard let unit = Self.units.first(where: { $0.name == parts[1] || $0.name + "s" == parts[1] }) else {
            throw node.unknown("unit", String(parts[1].prefix(40)), among: Self.units.map { $0.name + "s" })
        }
        self.init(months: unit.months * count, seconds: unit.seconds * count)
    }

    /// The moment this long before another, not before the first that can be written.
    func before(_ moment: Instant) -> Instant {
        Self.shift(moment, months: -months, beyond: Instant.range.lowerBound).advanced(by: -seconds)
    }

    /// The moment this long after another, not after the last that can be written.
    func after(_ moment: Instant) -> Instant {
        Self.shift(moment, months: months, beyond: Instant.range.upperBound).advanced(by: seconds)
    }

    private static func shift(_ moment: Instant, months: Int64, beyond: Int64) -> Instant {
        guard months != 0 else { return moment }
        let secondsOfDay = ((moment.seconds % 86_400) + 86_400) % 86_400
        let days = (moment.seconds - secondsOfDay) / 86_400
        guard let day = CalendarDay(daysSince1970: days).adding(months: months) else {
            return Instant(seconds: beyond)
        }
        return Instant(seconds: day.daysSince1970 * 86_400 + secondsOfDay)
    }
}
