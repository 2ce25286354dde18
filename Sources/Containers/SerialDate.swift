/// A point in time as spreadsheets count it: days, with the time as a fraction (ECMA-376 part 1, section 18.17.4).
enum SerialDate {
    /// The end of the year 9999, behind which spreadsheets know no days.
    private static let end = 2_958_466.0

    /// The number in the form of ISO 8601; nil if it stands for no time.
    static func text(of number: Double, format: NumberFormat, isSince1904: Bool) -> String? {
        guard number >= 0, number < end else { return nil }
        let seconds = Int((number * 86_400).rounded())
        if format == .duration { return time(seconds) }
        var (day, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
        if day == 0, second > 0 { return time(second) }
        // Days since 1970. Spreadsheets hold 1900 for a leap year; the day that never was is called as they call it.
        if isSince1904 {
            day -= 24_107
        } else if day == 60 {
            return "1900-02-29" + clock(second)
        } else {
            day -= day < 60 ? 25_568 : 25_569
        }
        return civil(day) + clock(second)
    }

    private static func clock(_ seconds: Int) -> String { seconds == 0 ? "" : "T" + time(seconds) }

    private static func time(_ seconds: Int) -> String {
        "\(padded(seconds / 3600)):\(padded(seconds / 60 % 60)):\(padded(seconds % 60))"
    }

    /// The date of a day since 1970, after Howard Hinnant's `civil_from_days`; no day here lies before 1899.
    private static func civil(_ day: Int) -> String {
        let shifted = day + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return "\(year)-\(padded(month))-\(padded(dayOfYear - (153 * monthIndex + 2) / 5 + 1))"
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
