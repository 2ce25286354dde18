import Consent

extension WrittenTime {
    /// Reads what newsletter tools, spreadsheets and people write.
    ///
    /// | form | as in |
    /// | --- | --- |
    /// | ISO 8601, RFC 3339, Go | `2024-05-04T08:13:00Z`, `2024-05-04 08:13:00`, `2019-08-07 09:13:22.135482 +0000 +0000` |
    /// | day and month as numbers | `19.06.2024 14:05`, `12-04-2024 09:30`, `01/31/2025 10:00 AM EST` |
    /// | the month as a word | `May 4, 2024 8:13 am`, `Sat, 04 May 2024 08:13:00 +0200`, `4. Mai 2024 um 08:13 Uhr` |
    /// | seconds since 1970 | `1714810380`, `1714810380123` |
    ///
    /// Years of two digits are of this century. Nil where the text is of no such form.
    package init?(parsing text: String) {
        if let plain = Self.plain(text) {
            self = plain
            return
        }
        guard let tokens = TimeToken.tokens(of: text), !tokens.isEmpty else { return nil }
        if let epoch = Self.epoch(tokens) {
            self.init(day: .epoch(epoch), clock: nil, offset: nil, isAmerican: false)
            return
        }
        var reading = TimeTokenReading(tokens)
        guard let day = reading.day() else { return nil }
        self.init(
            day: day, clock: reading.clock, offset: reading.offset, isAmerican: reading.isAmerican)
    }

    /// `2024-05-04 08:13:00`, the form of most tools, with `T` or a blank and `Z` or nothing: read without taking the
    /// text apart, for lists have millions of them.
    private static func plain(_ text: String) -> WrittenTime? {
        let utf8 = text.utf8
        guard utf8.count == 19 || utf8.count == 20 else { return nil }
        var fields = InlineArray<6, Int64>(repeating: 0)
        var field = 0
        var value: Int64 = 0
        var place = -1
        for byte in utf8 {
            place += 1
            switch place {
            case 4, 7:
                guard byte == UInt8(ascii: "-") else { return nil }
            case 10:
                guard byte == UInt8(ascii: " ") || byte == UInt8(ascii: "T") else { return nil }
            case 13, 16:
                guard byte == UInt8(ascii: ":") else { return nil }
            case 19:
                guard byte == UInt8(ascii: "Z") else { return nil }
            default:
                guard byte &- UInt8(ascii: "0") < 10 else { return nil }
                value = value * 10 + Int64(byte - UInt8(ascii: "0"))
                continue
            }
            fields[field] = value
            field += 1
            value = 0
        }
        if utf8.count == 19 { fields[5] = value }
        return WrittenTime(
            day: .told(year: fields[0], month: fields[1], day: fields[2]),
            clock: .init(hour: fields[3], minute: fields[4], second: fields[5]),
            offset: utf8.count == 20 ? 0 : nil, isAmerican: false)
    }

    /// Nine or ten digits are seconds, 13 milliseconds and 16 microseconds; 14 are date and hour, and no epoch.
    private static func epoch(_ tokens: [TimeToken]) -> Int64? {
        guard case .number(let value, let digits, _) = tokens[0] else { return nil }
        if tokens.count == 3 {
            guard tokens[1] == .sign("."), case .number = tokens[2], digits == 9 || digits == 10 else {
                return nil
            }
            return value
        }
        guard tokens.count == 1 else { return nil }
        return switch digits {
        case 9, 10: value
        case 13: value / 1000
        case 16: value / 1_000_000
        default: nil
        }
    }
}
