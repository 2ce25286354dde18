extension Instant {
    /// The same hour some calendar months later, on the last day of a month that is too short.
    public func advanced(byMonths months: Int) -> Instant {
        let day = Int64(86_400)
        let rest = ((seconds % day) + day) % day
        let (year, month, dayOfMonth) = Self.civil(fromDays: (seconds - rest) / day)
        // No range of RFC 3339 is left by more than this.
        let count = year * 12 + month - 1 + min(max(Int64(months), -120_000), 120_000)
        guard count >= 0 else { return Instant(seconds: Self.range.lowerBound) }
        let (newYear, newMonth) = (count / 12, count % 12 + 1)
        let newDay = min(dayOfMonth, Self.daysIn(newMonth, of: newYear))
        return Instant(seconds: Self.days(year: newYear, month: newMonth, day: newDay) * day + rest)
    }
}
