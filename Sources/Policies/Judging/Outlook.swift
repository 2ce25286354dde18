import Consent

/// What of the facts a policy looks at, worked out once: the bits of small facts, and the questions about wide ones.
struct Outlook: Sendable {
    /// For each word of ``Facts/small``, the bits that some rule asks for.
    private var masks: InlineArray<4, UInt64>
    /// The questions about one number or moment, by the cell that they are about.
    private let ladders: [CellLadder]
    /// The thresholds of all ladders for the moment of the run in ``now``, one ladder after the other.
    private var steps: [SIMD4<Int64>] = []
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
        guard let ladders = CellLadder.ladders(of: cuts), pairs.count <= 64 else { return nil }
        self.ladders = ladders
        self.pairs = pairs
        turn(to: Facts.unknown)
    }

    /// Makes the thresholds those of a contact's moment of the run, which is the same for a whole run.
    ///
    /// - Returns: Whether they were others before. What was remembered by their combinations is then worth nothing, for a
    ///   combination tells how many thresholds lie below a cell and not which.
    @inline(__always)
    mutating func turn(to facts: borrowing Facts) -> Bool {
        let cell = facts.wide[cellOfNow]
        if cell == now { return false }
        turn(to: cell)
        return true
    }

    private mutating func turn(to cell: Int64) {
        now = cell
        let moment = cell == Facts.unknown ? nil : Instant(seconds: cell)
        steps = ladders.flatMap { $0.steps(now: moment) }
    }

    /// What the policy sees of a contact, after ``turn(to:)``.
    @inline(__always)
    func combination(of facts: borrowing Facts) -> Combination {
        var combination = Combination()
        for index in masks.indices { combination.words[index] = facts.small[index] & masks[index] }
        // Spans, for a subscript in a loop copies the whole array each time.
        let (wide, ladders, steps) = (facts.wide.span, ladders.span, steps.span)
        var next = 0
        for word in 0..<Combination.ladderWords {
            // Kept out of the combination until it is whole: what was just written there is slow to read again.
            var numbers: UInt64 = 0
            while next < ladders.count, ladders[next].word == word {
                let ladder = ladders[next]
                let cell = SIMD4(repeating: wide[ladder.cell])
                var below = SIMD4<UInt64>.zero
                for step in ladder.steps {
                    below &+= SIMD4(truncatingIfNeeded: steps[step] &- cell) &>> 63
                }
                numbers |= below.wrappedSum() &<< ladder.shift
                next += 1
            }
            combination.words[Combination.smallWords + word] = numbers
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
