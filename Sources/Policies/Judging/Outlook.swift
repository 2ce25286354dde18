import Consent

/// What of the facts a policy looks at, worked out once: the bytes of small facts, and the questions about wide ones.
struct Outlook: Sendable {
    /// For each word of ``Facts/small``, the bytes that some rule asks for.
    private var masks: [UInt64]
    /// The questions about one number or moment.
    private let single: [FactTest]
    /// ``single`` as ranges, for the moment of the run in ``now``.
    private var ranges: [CellRange] = []
    /// The questions about two moments.
    private let pairs: [CellPair]
    private var now = Facts.unknown
    private let cellOfNow = FactPlace.of[Int(Fact.runNow.rawValue)].index

    /// - Returns: Nil for a policy that asks more than a ``Combination`` has room for.
    init?(of conditions: [Condition]) {
        var tests: Set<FactTest> = []
        for condition in conditions { condition.collect(into: &tests) }
        masks = Array(repeating: 0, count: Combination.smallWords)
        var (single, pairs): ([FactTest], [CellPair]) = ([], [])
        for test in tests {
            let places = test.facts.map { FactPlace.of[Int($0.rawValue)] }
            if !places.contains(where: \.isWide) {
                for place in places { masks[place.index >> 3] |= 0xFF << place.shift }
            } else if CellRange.ranges(of: test, now: nil) != nil {
                single.append(test)
            } else if let pair = CellPair(test) {
                pairs.append(pair)
            } else {
                return nil
            }
        }
        (self.single, self.pairs) = (single, pairs)
        ranges = ranges(now: nil)
        guard ranges.count <= Combination.rangeWords * 64, pairs.count <= 64 else { return nil }
    }

    private func ranges(now: Instant?) -> [CellRange] {
        single.flatMap { CellRange.ranges(of: $0, now: now) ?? [] }
    }

    /// Makes the ranges those of a contact's moment of the run, which is the same for a whole run.
    mutating func turn(to facts: Facts) {
        let cell = facts.wide[cellOfNow]
        guard cell != now else { return }
        now = cell
        ranges = ranges(now: cell == Facts.unknown ? nil : Instant(seconds: cell))
    }

    /// What the policy sees of a contact, after ``turn(to:)``.
    func combination(of facts: Facts) -> Combination {
        var combination = Combination()
        // Spans, for a subscript in a loop copies the whole array each time.
        let small = facts.small.span
        let wide = facts.wide.span
        for index in small.indices { combination.words[index] = small[index] & masks[index] }
        var next = 0
        for word in 0..<Combination.rangeWords where next < ranges.count {
            var answers: UInt64 = 0
            for index in next..<min(next + 64, ranges.count) {
                let range = ranges[index]
                let value = wide[range.cell]
                let isWithin = value >= range.lowest && value <= range.highest
                answers |= (isWithin ? 1 : 0) << UInt64(index & 63)
            }
            combination.words[Combination.smallWords + word] = answers
            next += 64
        }
        var answers: UInt64 = 0
        for (index, pair) in pairs.enumerated() {
            answers |= (pair.holds(wide[pair.cell], wide[pair.other]) ? 1 : 0) << UInt64(index & 63)
        }
        combination.words[Combination.count - 1] = answers
        return combination
    }
}

extension Condition {
    /// Adds every question that is asked anywhere within.
    fileprivate func collect(into tests: inout Set<FactTest>) {
        switch self {
        case .all(let parts), .any(let parts): for part in parts { part.collect(into: &tests) }
        case .not(let part): part.collect(into: &tests)
        case .test(let test): tests.insert(test)
        }
    }
}
