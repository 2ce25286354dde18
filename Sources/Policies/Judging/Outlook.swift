import Consent

/// What of the facts a policy looks at, worked out once: the bits of small facts, and the questions about wide ones.
struct Outlook: Sendable {
    /// For each word of ``Facts/small``, the bits that some rule asks for.
    private var masks: InlineArray<4, UInt64>
    /// The cuts of all questions about one number or moment, each once.
    private let cuts: [CellCut]
    /// ``cuts`` as they are for the moment of the run in ``now``.
    private var thresholds: [(cell: Int, value: Int64)]
    /// The questions about two moments.
    private let pairs: [CellPair]
    private var now = Facts.unknown
    private let cellOfNow = FactPlace.of[Int(Fact.runNow.rawValue)].index

    /// - Returns: Nil for a policy that asks more than a ``Combination`` has room for.
    init?(of conditions: [Condition]) {
        var tests: Set<FactTest> = []
        for condition in conditions { condition.collect(into: &tests) }
        masks = InlineArray(repeating: 0)
        var (cuts, pairs): (Set<CellCut>, [CellPair]) = ([], [])
        for test in tests {
            let places = test.facts.map { FactPlace.of[Int($0.rawValue)] }
            if !places.contains(where: \.isWide) {
                for place in places { masks[place.index] |= place.mask << place.shift }
            } else if let some = CellCut.cuts(of: test) {
                cuts.formUnion(some)
            } else if let pair = CellPair(test) {
                pairs.append(pair)
            } else {
                return nil
            }
        }
        guard cuts.count <= Combination.cutWords * 64, pairs.count <= 64 else { return nil }
        self.cuts = cuts.sorted { $0.cell < $1.cell }
        self.pairs = pairs
        thresholds = self.cuts.map { ($0.cell, $0.threshold(now: nil)) }
    }

    /// Makes the thresholds those of a contact's moment of the run, which is the same for a whole run.
    @inline(__always)
    mutating func turn(to facts: borrowing Facts) {
        let cell = facts.wide[cellOfNow]
        if cell != now { turn(to: cell) }
    }

    private mutating func turn(to cell: Int64) {
        now = cell
        let moment = cell == Facts.unknown ? nil : Instant(seconds: cell)
        thresholds = cuts.map { ($0.cell, $0.threshold(now: moment)) }
    }

    /// What the policy sees of a contact, after ``turn(to:)``.
    @inline(__always)
    func combination(of facts: borrowing Facts) -> Combination {
        var combination = Combination()
        for index in masks.indices { combination.words[index] = facts.small[index] & masks[index] }
        // Spans, for a subscript in a loop copies the whole array each time.
        let wide = facts.wide.span
        let thresholds = thresholds.span
        for word in 0..<Combination.cutWords where word * 64 < thresholds.count {
            let some = thresholds.extracting(word * 64..<min(word * 64 + 64, thresholds.count))
            var answers: UInt64 = 0
            for index in some.indices {
                answers |= sign(some[index].value &- wide[some[index].cell]) << (UInt64(index) & 63)
            }
            combination.words[Combination.smallWords + word] = answers
        }
        combination.words[Combination.count - 1] = answers(about: wide)
        return combination
    }

    /// The answers to the questions about two moments.
    @inline(__always)
    private func answers(about wide: Span<Int64>) -> UInt64 {
        let pairs = pairs.span
        var (answers, possible): (UInt64, UInt64) = (0, 0)
        for index in pairs.indices {
            let gap = pairs[index].gap(later: wide[pairs[index].later], earlier: wide[pairs[index].earlier])
            answers |= sign(pairs[index].most &- gap) << (UInt64(index) & 63)
            possible |= sign(pairs[index].least &- gap) << (UInt64(index) & 63)
        }
        var unsure = possible ^ answers
        while unsure != 0 {
            let bit = unsure.trailingZeroBitCount
            unsure &= unsure - 1
            let pair = pairs[bit]
            let (start, end) = (Instant(seconds: wide[pair.earlier]), Instant(seconds: wide[pair.later]))
            if pair.isLonger(from: start, to: end) { answers |= 1 << UInt64(bit) }
        }
        return answers
    }
}

/// 1 below zero, else 0: a comparison would be a branch, and contacts differ so that half of those are guessed wrong.
private func sign(_ number: Int64) -> UInt64 { UInt64(bitPattern: number) >> 63 }

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
