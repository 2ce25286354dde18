import Consent

/// A day of the proleptic Gregorian calendar, to which months can be added.
struct CalendarDay: Hashable, Sendable {
    let year: Int64
    /// 1 to 12.
    let month: Int64
    /// From 1 upwards.
    let day: Int64

    /// - Parameter days: Days since 1970-01-01, not before the year 0.
    init(daysSince1970 days: Int64) { (year, month, day) = Instant.civil(fromDays: days) }

    private init(year: Int64, month: Int64, day: Int64) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Days since 1970-01-01.
    var daysSince1970: Int64 { Instant.days(year: year, month: month, day: day) }

    /// The same day some months later, or the last of that month where it is shorter; nil outside the years 0 to 9999.
    func adding(months: Int64) -> CalendarDay? {
        let (count, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflow, count >= 0, count < 10_000 * 12 else { return nil }
        let (year, month) = (count / 12, count % 12 + 1)
        return CalendarDay(year: year, month: month, day: min(day, Instant.daysIn(month, of: year)))
    }
}
