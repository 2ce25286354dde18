extension Instant {
    /// Why a text is not a moment.
    public enum ParsingError: String, Error, Hashable, Sendable, CustomStringConvertible {
        /// Not of the form `2026-10-02T09:15:00Z`.
        case notATime = "not-a-time"
        /// The form is right, but there is no such day or hour.
        case noSuchTime = "no-such-time"
        /// The zone is missing.
        case noZone = "no-zone"
        /// A day without an hour.
        case dayOnly = "day-only"

        /// One sentence for people.
        public var description: String {
            switch self {
            case .notATime: "This is not a time. Write it like 2026-10-02T09:15:00Z."
            case .noSuchTime: "There is no such day or hour in the calendar."
            case .noZone: "The time has no zone. Add Z for UTC, or an offset such as +02:00."
            case .dayOnly: "This is a day without an hour. Write it like 2026-10-02T09:15:00Z."
            }
        }
    }

    /// Reads RFC 3339 section 5.6: date, `T` or a space, time with optional fraction, `Z` or an offset.
    ///
    /// Fractions of a second are cut off; a leap second counts as the second before.
    public init(parsing text: some StringProtocol) throws(ParsingError) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 10, let year = Self.number(bytes, 0, 4), bytes[4] == UInt8(ascii: "-"),
            let month = Self.number(bytes, 5, 2), bytes[7] == UInt8(ascii: "-"),
            let day = Self.number(bytes, 8, 2)
        else { throw .notATime }
        guard (1...12).contains(month), (1...Self.daysIn(month, of: year)).contains(day) else {
            throw .noSuchTime
        }
        guard bytes.count > 10 else { throw .dayOnly }
        guard bytes.count >= 19, "Tt ".utf8.contains(bytes[10]), let hour = Self.number(bytes, 11, 2),
            bytes[13] == UInt8(ascii: ":"), let minute = Self.number(bytes, 14, 2),
            bytes[16] == UInt8(ascii: ":"), let second = Self.number(bytes, 17, 2)
        else { throw .notATime }
        guard hour < 24, minute < 60, second < 61 else { throw .noSuchTime }
        let offset = try Self.offset(bytes.dropFirst(19))
        let days = Self.days(year: year, month: month, day: day)
        let sum = days * 86_400 + hour * 3600 + minute * 60 + min(second, 59) - offset
        guard Self.range.contains(sum) else { throw .noSuchTime }
        self.init(seconds: sum)
    }

    /// Seconds east of Greenwich, from what stands after the seconds.
    private static func offset(_ tail: ArraySlice<UInt8>) throws(ParsingError) -> Int64 {
        var rest = tail
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            let digits = rest.prefix { isDigit($0) }
            guard !digits.isEmpty else { throw .notATime }
            rest = rest.dropFirst(digits.count)
        }
        guard let sign = rest.first else { throw .noZone }
        let zone = Array(rest)
        if zone.count == 1, sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") { return 0 }
        guard zone.count == 6, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            zone[3] == UInt8(ascii: ":"), let hours = number(zone, 1, 2), let minutes = number(zone, 4, 2)
        else { throw .notATime }
        guard hours < 24, minutes < 60 else { throw .noSuchTime }
        let seconds = hours * 3600 + minutes * 60
        return sign == UInt8(ascii: "-") ? -seconds : seconds
    }

    private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int64? {
        guard start + count <= bytes.count else { return nil }
        var value: Int64 = 0
        for byte in bytes[start..<(start + count)] {
            guard isDigit(byte) else { return nil }
            value = value * 10 + Int64(byte - UInt8(ascii: "0"))
        }
        return value
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// How many days a month has, 1 to 12.
    package static func daysIn(_ month: Int64, of year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
