/// Where the content of a cell lies in its record.
struct CellRange: Hashable, Sendable {
    /// An offset into the bytes of the record, or into its rewritten ones.
    ///
    /// 32 bits do, and halve the memory: the limits keep records smaller.
    private let start: UInt32
    private let end: UInt32
    /// Whether the content had to be unescaped or decoded and lies in the rewritten bytes.
    let isRewritten: Bool

    init(_ range: Range<Int>, isRewritten: Bool) {
        start = UInt32(truncatingIfNeeded: range.lowerBound)
        end = UInt32(truncatingIfNeeded: range.upperBound)
        self.isRewritten = isRewritten
    }

    /// The offsets of the content.
    var range: Range<Int> { Int(start)..<Int(max(start, end)) }
}
