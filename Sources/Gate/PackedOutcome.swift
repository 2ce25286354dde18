import Consent

/// The verdict on a row and the rule that decided, in two bytes, so that those of a whole list can be kept.
struct PackedOutcome: Hashable, Sendable {
    /// The verdict in the upper two bits, below them the rule by its index plus one.
    private let bits: UInt16

    private static let ruleBits: UInt16 = 0x3FFF

    init(_ decision: RowDecision) {
        let place = Verdict.allCases.firstIndex(of: decision.verdict) ?? 2
        // A policy file of the greatest size has fewer rules than fit.
        let rule = decision.rule.map { min(UInt16(clamping: $0), Self.ruleBits - 1) + 1 } ?? 0
        bits = UInt16(clamping: place) << 14 | rule
    }

    var verdict: Verdict {
        let place = Int(bits >> 14)
        return Verdict.allCases.indices.contains(place) ? Verdict.allCases[place] : .reject
    }

    /// The index of the rule that decided, nil where none did.
    var rule: Int? { bits & Self.ruleBits == 0 ? nil : Int(bits & Self.ruleBits) - 1 }
}
