import Consent

/// A time as a file writes it, before it is known in which order its day and month stand.
package struct WrittenTime: Hashable, Sendable {
    /// How the day is written.
    package enum Day: Hashable, Sendable {
        /// Year, month and day are told apart by how they are written.
        case told(year: Int64, month: Int64, day: Int64)
        /// Two numbers and a year; the sign between them.
        case twoNumbers(first: Int64, second: Int64, year: Int64, sign: Character)
        /// Seconds since 1970.
        case epoch(Int64)
    }

    /// The hour.
    package struct Clock: Hashable, Sendable {
        /// From 0 to 23.
        package var hour: Int64
        /// From 0 to 59.
        package var minute: Int64
        /// Nil where the time is written to the minute.
        package var second: Int64?
    }

    /// How the day is written.
    package let day: Day
    /// The hour, nil where only a day is told.
    package let clock: Clock?
    /// Seconds east of Greenwich, nil where no zone is told.
    package let offset: Int64?
    /// Whether the zone is one of North America, where the month stands first.
    package let isAmerican: Bool

    /// What the time itself says about the order of its day and month.
    package var orderVote: DateOrder? {
        guard case .twoNumbers(let first, let second, _, _) = day else { return nil }
        if first > 12, second <= 12 { return .dayFirst }
        if second > 12, first <= 12 { return .monthFirst }
        return isAmerican ? .monthFirst : nil
    }

    /// How finely the time is written down.
    package var precision: ClaimedTime.Precision {
        if case .epoch = day { return .second }
        guard let clock else { return .day }
        return clock.second == nil ? .minute : .second
    }

    /// The moment.
    ///
    /// - Parameter order: The order of day and month, if the user or the column tells it.
    package func resolved(_ order: DateOrder?) throws(ClaimedTime.Unreadable) -> ClaimedTime {
        if case .epoch(let seconds) = day {
            return ClaimedTime(instant: Instant(seconds: seconds), precision: .second, hasZone: true)
        }
        let date = try date(order)
        guard (1900...9999).contains(date.year), (1...12).contains(date.month),
            (1...Instant.daysIn(date.month, of: date.year)).contains(date.day)
        else { throw .noSuchTime }
        var seconds = Instant.days(year: date.year, month: date.month, day: date.day) * 86_400
        if let clock {
            let second = clock.second ?? 0
            guard clock.hour < 24, clock.minute < 60, second < 61 else { throw .noSuchTime }
            // A leap second counts as the second before, as it does everywhere in the ledger.
            seconds += clock.hour * 3600 + clock.minute * 60 + min(second, 59) - (offset ?? 0)
        }
        return ClaimedTime(
            instant: Instant(seconds: seconds), precision: precision, hasZone: clock != nil && offset != nil)
    }

    private func date(
        _ order: DateOrder?
    ) throws(ClaimedTime.Unreadable) -> (year: Int64, month: Int64, day: Int64) {
        switch day {
        case .told(let year, let month, let day): return (year, month, day)
        case .epoch: throw .notATime
        case .twoNumbers(let first, let second, let year, let sign):
            if first == second { return (year, first, second) }
            // Dots are written where the day stands first, and so are hyphens unless the column says otherwise.
            let usual: DateOrder? = sign == "/" ? nil : .dayFirst
            guard let order = (sign == "." ? .dayFirst : nil) ?? orderVote ?? order ?? usual else {
                throw .ambiguous
            }
            return order == .dayFirst ? (year, second, first) : (year, first, second)
        }
    }
}
