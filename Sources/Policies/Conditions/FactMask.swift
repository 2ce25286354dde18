/// A set of facts as bits, which is what a condition asks for: worked out of every rule whenever a program starts.
struct FactMask {
    private var bits: UInt128 = 0

    /// Adds a fact.
    mutating func insert(_ fact: Fact) { bits |= 1 << UInt128(fact.rawValue) }

    /// The facts, in the order of the vocabulary.
    var facts: [Fact] {
        var (facts, rest): ([Fact], UInt128) = ([], bits)
        facts.reserveCapacity(rest.nonzeroBitCount)
        while rest != 0 {
            if let fact = Fact(rawValue: UInt8(truncatingIfNeeded: rest.trailingZeroBitCount)) {
                facts.append(fact)
            }
            rest &= rest - 1
        }
        return facts
    }
}

extension Condition {
    /// Every fact that is asked for anywhere within.
    var facts: Set<Fact> { Set(askedFacts) }

    /// The same, in the order of the vocabulary.
    var askedFacts: [Fact] {
        var mask = FactMask()
        mark(in: &mask)
        return mask.facts
    }

    private func mark(in mask: inout FactMask) {
        switch self {
        case .all(let parts), .any(let parts): for part in parts { part.mark(in: &mask) }
        case .not(let part): part.mark(in: &mask)
        case .test(let test): test.mark(in: &mask)
        }
    }
}
