/// A day of the proleptic Gregorian calendar.
///
/// Counts in eras of 400 years that begin on 1 March, as in Howard Hinnant's "chrono-Compatible Low-Level Date
/// Algorithms". The divisions are of numbers from 0 upwards for every day that RFC 3339 can write.
struct CalendarDay: Hashable, Sendable {
    let year: Int64
    /// 1 to 12.
    let month: Int64
    /// From 1 upwards.
    let day: Int64

    /// Days from 1 March of the year -400 to 1 January 1970; before that no moment lies.
    private static let epoch: Int64 = 719_468 + 146_097

    /// - Parameter days: Days since 1970-01-01, not before the year 0.
    init(daysSince1970 days: Int64) {
        let z = max(0, days + Self.epoch)
        let era = z / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        month = shifted < 10 ? shifted + 3 : shifted - 9
        day = dayOfYear - (153 * shifted + 2) / 5 + 1
        year = yearOfEra + (era - 1) * 400 + (month <= 2 ? 1 : 0)
    }

    private init(year: Int64, month: Int64, day: Int64) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Days since 1970-01-01.
    var daysSince1970: Int64 {
        let y = (month <= 2 ? year - 1 : year) + 400
        let era = y / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - Self.epoch
    }

    /// The same day some months later, or the last of that month where it is shorter; nil outside the years 0 to 9999.
    func adding(months: Int64) -> CalendarDay? {
        let (count, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflow, count >= 0, count < 10_000 * 12 else { return nil }
        let (year, month) = (count / 12, count % 12 + 1)
        return CalendarDay(year: year, month: month, day: min(day, Self.length(of: month, in: year)))
    }

    private static func length(of month: Int64, in year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
