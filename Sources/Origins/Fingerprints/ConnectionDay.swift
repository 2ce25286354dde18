internal import Consent

/// The day of a connection, in whatever shape a list has it.
///
/// `07 Oct 2023` and `4/9/18, 3:14 PM` are LinkedIn's own, `7-Feb-22` is Excel's; the rest is what people make of them.
struct ConnectionDay {
    /// The day as `2023-10-07`; two where nobody can tell day from month, none for what is no day.
    let candidates: [String]

    init(_ text: String) {
        guard text.utf8.count <= 40, text.utf8.contains(where: { $0 &- 0x30 < 10 }) else {
            candidates = []
            return
        }
        let words = PlainSpelling.leftOut.words(of: text)
        candidates = Self.named(words) ?? Self.numbered(words, text)
    }

    /// A day with the name of its month: the day before it or after it, the year last.
    private static func named(_ words: [Substring]) -> [String]? {
        guard let place = words.prefix(3).firstIndex(where: { month(named: $0) != nil }),
            let month = month(named: words[place])
        else { return nil }
        // `7 de octubre de 2023`, `7th of October`: little words between, and an ending on the day.
        let numbers = words.compactMap { number($0) }
        guard numbers.count >= 2 else { return [] }
        return [day(year: numbers[1], month: month, day: numbers[0])].compactMap(\.self)
    }

    private static func numbered(_ words: [Substring], _ text: String) -> [String] {
        // `20231007T081500Z` and the like are one word, and no list of connections has them.
        let numbers = words.prefix(3).map { Int64($0) }
        guard numbers.count == 3, let first = numbers[0], let second = numbers[1],
            let third = numbers[2] ?? words[2].split(separator: "t").first.flatMap({ Int64($0) })
        else { return [] }
        if words[0].utf8.count == 4 {
            return [day(year: first, month: second, day: third)].compactMap(\.self)
        }
        let european = day(year: third, month: second, day: first)
        guard text.contains("/") else { return [european].compactMap(\.self) }
        let american = day(year: third, month: first, day: second)
        let isAmerican = words.contains {
            $0 == "am" || $0 == "pm" || $0.hasSuffix("am") || $0.hasSuffix("pm")
        }
        if isAmerican { return [american].compactMap(\.self) }
        return american == european ? [american].compactMap(\.self) : [american, european].compactMap(\.self)
    }

    /// The number that a word begins with (`7th`), or nil.
    private static func number(_ word: Substring) -> Int64? {
        let digits = word.prefix { $0.isNumber }
        return digits.utf8.count <= 4 ? Int64(digits) : nil
    }

    /// A day that there was while LinkedIn was, or nil.
    private static func day(year: Int64, month: Int64, day: Int64) -> String? {
        let year = year < 100 ? year + 2000 : year
        guard (2003...2100).contains(year), (1...12).contains(month),
            (1...Instant.daysIn(month, of: year)).contains(day)
        else { return nil }
        return String(Instant(seconds: Instant.days(year: year, month: month, day: day) * 86_400).day)
    }

    /// The month of a word in the languages of the lists, by its first letters.
    private static func month(named word: Substring) -> Int64? {
        guard word.utf8.count >= 3, !word.contains(where: \.isNumber) else { return nil }
        if word.hasPrefix("juin") { return 6 }
        if word.hasPrefix("juil") { return 7 }
        return months[word.prefix(3)]
    }

    private static let months: [Substring: Int64] = [
        "jan": 1, "ene": 1, "gen": 1, "feb": 2, "fev": 2, "mar": 3, "mae": 3, "maa": 3, "mrt": 3, "apr": 4,
        "abr": 4,
        "avr": 4, "may": 5, "mai": 5, "mei": 5, "mag": 5, "jun": 6, "giu": 6, "jul": 7, "lug": 7, "aug": 8,
        "ago": 8, "aou": 8, "sep": 9, "set": 9, "oct": 10, "okt": 10, "ott": 10, "out": 10, "nov": 11,
        "dec": 12,
        "dez": 12, "dic": 12,
    ]
}
