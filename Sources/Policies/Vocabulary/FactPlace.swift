import Consent

/// Where ``Facts`` keeps the value of a fact.
struct FactPlace: Sendable {
    /// Whether it is a cell of ``Facts/wide``, and not some bits of ``Facts/small``.
    let isWide: Bool
    /// Which cell, or which word.
    let index: Int
    /// The values that fit.
    let cells: ClosedRange<Int64>
    /// By how many bits the value is shifted in its word.
    var shift: UInt64 = 0
    /// The bits of the value before they are shifted.
    var mask: UInt64 = 0

    /// One per fact, in the order of the cases.
    static let of: [FactPlace] = {
        var (cells, bits) = (0, 0)
        return Fact.allCases.map { fact in
            guard let size = fact.type.bits else {
                cells += 1
                return FactPlace(
                    isWide: true, index: cells - 1,
                    cells: fact.type == .time ? Instant.range : Facts.unknown + 1...Facts.highest)
            }
            // No value lies in two words.
            if bits & 63 + size > 64 { bits = (bits | 63) + 1 }
            defer { bits += size }
            let mask: UInt64 = 1 << UInt64(size) - 1
            return FactPlace(
                isWide: false, index: bits >> 6, cells: 0...Int64(mask) - 1, shift: UInt64(bits & 63),
                mask: mask)
        }
    }()
}
