import Consent

/// All thresholds of the questions about one cell: how many of them lie below it answers each of those questions.
///
/// Compared four at a time and without a branch, for contacts differ so that half of those would be guessed wrong.
struct CellLadder: Sendable {
    /// Which cell of ``Facts/wide``.
    let cell: Int
    /// Where its thresholds lie among those of all ladders, in fours.
    let steps: Range<Int>
    /// In which of the combination's words for ladders the number stands.
    let word: Int
    /// By how many bits it is shifted there.
    let shift: UInt64
    private let cuts: [CellCut]

    /// The ladders of some cuts, in the order of their cells.
    ///
    /// - Returns: Nil where their numbers take more bits than a ``Combination`` has.
    static func ladders(of cuts: Set<CellCut>) -> [CellLadder]? {
        var ladders: [CellLadder] = []
        var (bits, first) = (0, 0)
        for (cell, some) in Dictionary(grouping: cuts, by: \.cell).sorted(by: { $0.key < $1.key }) {
            let size = Int.bitWidth - some.count.leadingZeroBitCount
            // No number lies in two words.
            if bits & 63 + size > 64 { bits = (bits | 63) + 1 }
            guard bits + size <= Combination.ladderWords * 64 else { return nil }
            let end = first + (some.count + 3) / 4
            ladders.append(
                CellLadder(
                    cell: cell, steps: first..<end, word: bits >> 6, shift: UInt64(bits & 63), cuts: some))
            bits += size
            first = end
        }
        return ladders
    }

    /// Its thresholds in fours; no cell lies above what fills the last four.
    ///
    /// - Parameter now: The moment of the run, nil while it is unknown.
    func steps(now: Instant?) -> [SIMD4<Int64>] {
        let thresholds = cuts.map { $0.threshold(now: now) }
        return stride(from: 0, to: thresholds.count, by: 4).map { first in
            var four = SIMD4(repeating: Facts.highest)
            for (lane, threshold) in thresholds[first...].prefix(4).enumerated() { four[lane] = threshold }
            return four
        }
    }
}
