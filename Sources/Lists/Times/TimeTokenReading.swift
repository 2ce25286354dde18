/// Takes the clock and the zone out of the pieces of a time, and reads the day from what is left.
struct TimeTokenReading {
    private(set) var clock: WrittenTime.Clock?
    private(set) var offset: Int64?
    private(set) var isAmerican = false
    /// What has not been read yet.
    private var rest: [TimeToken]
    /// Whether something stands there that no time has.
    private var isForeign = false

    init(_ tokens: [TimeToken]) {
        rest = tokens
        dropParentheses()
        takeClock()
    }

    /// `(Central European Summer Time)` repeats what stands before it.
    private mutating func dropParentheses() {
        guard let open = rest.firstIndex(of: .sign("(")), let close = rest.lastIndex(of: .sign(")")),
            open < close
        else { return }
        rest.removeSubrange(open...close)
    }

    // MARK: Clock

    private func number(_ index: Int) -> (value: Int64, digits: Int)? {
        guard rest.indices.contains(index), case .number(let value, let digits, _) = rest[index] else {
            return nil
        }
        return (value, digits)
    }

    private func isSign(_ index: Int, _ sign: Character) -> Bool {
        rest.indices.contains(index) && rest[index] == .sign(sign)
    }

    private mutating func takeClock() {
        guard let colon = rest.firstIndex(of: .sign(":")), colon > 0, let hour = number(colon - 1),
            let minute = number(colon + 1), hour.digits <= 2, minute.digits == 2
        else {
            isForeign = rest.contains(.sign(":"))
            return
        }
        var clock = WrittenTime.Clock(hour: hour.value, minute: minute.value, second: nil)
        var end = colon + 2
        if isSign(end, ":"), let second = number(end + 1), second.digits == 2 {
            clock.second = second.value
            end += 2
            if isSign(end, ".") || isSign(end, ","), number(end + 1) != nil { end += 2 }
        }
        if rest.indices.contains(end), case .word(let word) = rest[end], word == "am" || word == "pm" {
            guard (1...12).contains(clock.hour) else {
                isForeign = true
                return
            }
            clock.hour = clock.hour % 12 + (word == "pm" ? 12 : 0)
            end += 1
        }
        self.clock = clock
        end = takeZones(from: end)
        rest.removeSubrange((colon - 1)..<end)
    }

    /// Reads zones up to the first piece that is none, and gives its place: `GMT+0200`, `+0000 UTC`, `EST`.
    private mutating func takeZones(from start: Int) -> Int {
        var place = start
        while rest.indices.contains(place) {
            if case .word(let word) = rest[place], let zone = CalendarWords.zone(word) {
                // An offset says more than the name beside it.
                offset = offset ?? zone.offset
                isAmerican = isAmerican || zone.isAmerican
                place += 1
                if zone.offset != 0 || word == "z" { continue }
                if let (exact, end) = offset(at: place) { (offset, place) = (exact, end) }
            } else if let (exact, end) = offset(at: place) {
                (offset, place) = (exact, end)
            } else {
                break
            }
        }
        return place
    }

    /// `+02:00`, `-0500` or `+02`.
    private func offset(at place: Int) -> (Int64, Int)? {
        guard isSign(place, "+") || isSign(place, "-"), let first = number(place + 1) else { return nil }
        let sign: Int64 = isSign(place, "-") ? -1 : 1
        var (hours, minutes, end) = (first.value, Int64(0), place + 2)
        if first.digits == 4 {
            (hours, minutes) = (first.value / 100, first.value % 100)
        } else if first.digits <= 2, isSign(end, ":"), let rest = number(end + 1), rest.digits == 2 {
            (minutes, end) = (rest.value, end + 2)
        } else if first.digits > 2 {
            return nil
        }
        guard hours <= 15, minutes < 60 else { return nil }
        return (sign * (hours * 3600 + minutes * 60), end)
    }

    // MARK: Day

    /// The day, from whatever was not part of the clock.
    mutating func day() -> WrittenTime.Day? {
        guard !isForeign else { return nil }
        var numbers: [(value: Int64, digits: Int)] = []
        var signs: Set<Character> = []
        var month: Int64?
        var monthPlace = 0
        for token in rest {
            switch token {
            case .number(let value, let digits, _): numbers.append((value, digits))
            case .sign(let sign) where "-/.".contains(sign): signs.insert(sign)
            case .sign(","): break
            case .sign: return nil
            case .word(let word):
                if CalendarWords.isFiller(word), CalendarWords.month(word) == nil { continue }
                guard month == nil, let found = CalendarWords.month(word) else { return nil }
                (month, monthPlace) = (found, numbers.count)
            }
        }
        if let month { return Self.day(month, at: monthPlace, numbers) }
        if numbers.count == 1, let compact = compact(numbers[0]) { return compact }
        guard numbers.count == 3, signs.count == 1, let sign = signs.first else { return nil }
        if numbers[0].digits == 4, numbers[1].digits <= 2, numbers[2].digits <= 2 {
            return .told(year: numbers[0].value, month: numbers[1].value, day: numbers[2].value)
        }
        guard numbers[0].digits <= 2, numbers[1].digits <= 2, let year = Self.year(numbers[2]) else {
            return nil
        }
        return .twoNumbers(first: numbers[0].value, second: numbers[1].value, year: year, sign: sign)
    }

    private static func day(
        _ month: Int64, at place: Int, _ numbers: [(value: Int64, digits: Int)]
    ) -> WrittenTime.Day? {
        guard numbers.count == 2 else { return nil }
        // 2024 May 4; else the day stands before the year.
        let isYearFirst = numbers[0].digits == 4 && place == 1
        let (day, year) = isYearFirst ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
        guard day.digits <= 2, let year = Self.year(year) else { return nil }
        return .told(year: year, month: month, day: day.value)
    }

    private static func year(_ number: (value: Int64, digits: Int)) -> Int64? {
        switch number.digits {
        case 4: number.value
        case 2: 2000 + number.value
        default: nil
        }
    }

    /// `20240504`, and `20240504081300`.
    private mutating func compact(_ number: (value: Int64, digits: Int)) -> WrittenTime.Day? {
        var date = number.value
        if number.digits == 14, clock == nil {
            let time = date % 1_000_000
            clock = .init(hour: time / 10_000, minute: time / 100 % 100, second: time % 100)
            date /= 1_000_000
        } else if number.digits != 8 {
            return nil
        }
        return .told(year: date / 10_000, month: date / 100 % 100, day: date % 100)
    }
}
