/// A moment, to the second, without a zone of its own.
///
/// Written as RFC 3339 in UTC: `2026-10-02T09:15:00Z`. The arithmetic is ours because the library's parser
/// takes 30 February for 2 March, and a consent must not be dated by a guess.
public struct Instant: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
    public let seconds: Int64

    /// The range that RFC 3339 can write: years 0000 to 9999.
    public static let range: ClosedRange<Int64> = -62_167_219_200...253_402_300_799

    /// A moment from seconds since 1970, kept within ``range``.
    public init(seconds: Int64) {
        self.seconds = min(max(seconds, Self.range.lowerBound), Self.range.upperBound)
    }

    /// Earlier comes first.
    public static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }

    /// The moment some seconds later, or earlier if negative.
    public func advanced(by seconds: Int64) -> Instant {
        let (sum, overflow) = self.seconds.addingReportingOverflow(seconds)
        return Instant(seconds: overflow ? (seconds > 0 ? Int64.max : Int64.min) : sum)
    }

    /// RFC 3339 in UTC, to the second.
    public var description: String {
        let days = seconds.flooredQuotient(by: 86_400)
        let rest = seconds - days * 86_400
        let (year, month, day) = Self.civil(fromDays: days)
        // Written digit by digit: a list has millions of them.
        var text: [UInt8] = []
        text.reserveCapacity(20)
        Self.append(year, 4, before: "-", to: &text)
        Self.append(month, 2, before: "-", to: &text)
        Self.append(day, 2, before: "T", to: &text)
        Self.append(rest / 3600, 2, before: ":", to: &text)
        Self.append(rest / 60 % 60, 2, before: ":", to: &text)
        Self.append(rest % 60, 2, before: "Z", to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// The day in UTC: `2026-10-02`.
    public var day: String { String(description.prefix(10)) }

    /// Appends a number with leading zeros, and a sign behind it.
    private static func append(
        _ number: Int64, _ width: Int, before sign: Unicode.Scalar, to text: inout [UInt8]
    ) {
        var divisor: Int64 = width == 4 ? 1000 : 10
        while divisor > 0 {
            text.append(0x30 + UInt8(truncatingIfNeeded: number / divisor % 10))
            divisor /= 10
        }
        text.append(UInt8(ascii: sign))
    }

    /// Days since 1970-01-01 of a date in the proleptic Gregorian calendar.
    ///
    /// Counts in eras of 400 years that begin on 1 March, as in Howard Hinnant's "chrono-Compatible Low-Level Date
    /// Algorithms".
    package static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
        let y = month <= 2 ? year - 1 : year
        let era = y.flooredQuotient(by: 400)
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The date of a number of days since 1970-01-01, in the same calendar.
    package static func civil(fromDays days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let z = days + 719_468
        let era = z.flooredQuotient(by: 146_097)
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }
}

extension Int64 {
    /// Division that rounds towards minus infinity; the divisor is positive.
    fileprivate func flooredQuotient(by divisor: Int64) -> Int64 {
        self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
    }
}
