import Consent

/// How a subject's kind and its times are packed into two words of a look-up file.
///
/// A time takes 40 bits, counted in seconds from the start of ``Instant/range``. One or two times stand in the words
/// themselves; more stand in a section of their own, and the words tell where.
package struct StandingTimes: Sendable {
    /// Kinds are numbered with 24 bits.
    static let greatestKinds = 1 << 24
    /// Times that stand in the words.
    static let inline = 2

    /// The number of the kind.
    package let kind: Int
    /// How many distinct times there are.
    package let count: Int
    /// The times, or where they begin where there are more than two.
    private let first: UInt64
    private let second: UInt64

    static func packed(_ time: Instant) -> UInt64 { UInt64(time.seconds - Instant.range.lowerBound) }

    static func time(_ packed: UInt64) -> Instant {
        Instant(seconds: Int64(clamping: packed & (1 << 40 - 1)) + Instant.range.lowerBound)
    }

    /// Reads two words.
    init(_ a: UInt64, _ b: UInt64) {
        kind = Int(a & (1 << 24 - 1))
        first = a >> 24
        count = Int(b & (1 << 24 - 1))
        second = b >> 24
    }

    /// The two words of a subject.
    ///
    /// - Parameter place: Where its times begin, if they are more than two.
    static func words(kind: Int, times: [Instant], place: Int) -> (UInt64, UInt64) {
        let isInline = times.count <= inline
        let first = isInline ? times.first.map(packed) ?? 0 : UInt64(place)
        let second = isInline && times.count > 1 ? packed(times[1]) : 0
        return (first << 24 | UInt64(kind), second << 24 | UInt64(times.count))
    }

    /// One of the times, from the first at 0; nil where it cannot be read.
    func time(_ place: Int, _ further: (Int) -> UInt64?) -> Instant? {
        guard place >= 0, place < count else { return nil }
        if count <= Self.inline { return Self.time(place == 0 ? first : second) }
        return further(Int(truncatingIfNeeded: first) + place).map(Self.time)
    }

    /// The times, in rising order; nil where they cannot be read.
    func times(_ further: (Int) -> UInt64?) -> [Instant]? {
        if count <= Self.inline { return [first, second].prefix(count).map(Self.time) }
        guard count <= 2 * StandingKind.greatestEvents else { return nil }
        var times: [Instant] = []
        for offset in 0..<count {
            guard let word = further(Int(truncatingIfNeeded: first) + offset) else { return nil }
            times.append(Self.time(word))
        }
        return times
    }
}
