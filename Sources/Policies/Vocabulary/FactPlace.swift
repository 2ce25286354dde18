/// Where ``Facts`` keeps the value of a fact.
struct FactPlace: Sendable {
    /// Whether it is a cell of ``Facts/wide``, and not a byte of ``Facts/small``.
    let isWide: Bool
    /// Which cell, or which byte.
    let index: Int

    /// By how many bits the byte is shifted in its word.
    var shift: UInt64 { UInt64(index & 7) << 3 }

    /// One per fact, in the order of the cases.
    static let of: [FactPlace] = {
        var (small, wide) = (0, 0)
        return Fact.allCases.map { fact in
            if fact.type.isWide {
                wide += 1
                return FactPlace(isWide: true, index: wide - 1)
            }
            small += 1
            return FactPlace(isWide: false, index: small - 1)
        }
    }()
}
