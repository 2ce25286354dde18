import Consent

/// What of the facts a policy looks at, worked out once: the bytes of small facts, and the questions about wide ones.
struct Outlook: Sendable {
    /// For each word of ``Facts/small``, the bytes that some rule asks for.
    private var masks: InlineArray<16, UInt64>
    /// The questions about one number or moment.
    private let single: [FactTest]
    /// The questions about two, or about several values.
    private let others: [FactTest]
    /// ``single`` as ranges, for the moment of the run in ``now``.
    private var ranges: [CellRange]
    private var now: Int64

    private static let cellOfNow = FactPlace.of[Int(Fact.runNow.rawValue)].index

    /// - Returns: Nil for a policy that asks more than a ``Combination`` has room for.
    init?(of conditions: [Condition]) {
        var tests: Set<FactTest> = []
        for condition in conditions { condition.collect(into: &tests) }
        masks = InlineArray(repeating: 0)
        var (single, others): ([FactTest], [FactTest]) = ([], [])
        for test in tests {
            let places = test.facts.map { FactPlace.of[Int($0.rawValue)] }
            guard places.contains(where: \.isWide) else {
                for place in places { masks[place.index >> 3] |= 0xFF << place.shift }
                continue
            }
            if CellRange(test, now: nil) == nil { others.append(test) } else { single.append(test) }
        }
        guard single.count <= Combination.rangeWords * 64, others.count <= Combination.otherWords * 64 else {
            return nil
        }
        self.single = single
        self.others = others
        now = Facts.unknown
        ranges = single.compactMap { CellRange($0, now: nil) }
    }

    /// Makes the ranges those of a contact's moment of the run, which is the same for a whole run.
    mutating func turn(to facts: Facts) {
        let cell = facts.wide[Self.cellOfNow]
        guard cell != now else { return }
        now = cell
        let moment = cell == Facts.unknown ? nil : Instant(seconds: cell)
        ranges = single.compactMap { CellRange($0, now: moment) }
    }

    /// What the policy sees of a contact, after ``turn(to:)``.
    func combination(of facts: Facts) -> Combination {
        var combination = Combination()
        for index in 0..<Combination.smallWords {
            combination.words[index] = facts.small[index] & masks[index]
        }
        var next = 0
        for word in 0..<Combination.rangeWords where next < ranges.count {
            var answers: UInt64 = 0
            for index in next..<min(next + 64, ranges.count) {
                answers |= (ranges[index].holds(for: facts) ? 1 : 0) << UInt64(index & 63)
            }
            combination.words[Combination.smallWords + word] = answers
            next += 64
        }
        var answers: UInt64 = 0
        for index in others.indices {
            answers |= (others[index].holds(for: facts) ? 1 : 0) << UInt64(index & 63)
        }
        combination.words[Combination.smallWords + Combination.rangeWords] = answers
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
