/// Where the content of a cell lies in its block.
package struct PlainCell: Hashable, Sendable {
    /// The first byte, and in the highest bit whether the content had to be unescaped.
    private let begin: UInt32
    /// The offset behind the last byte.
    package private(set) var end: UInt32

    private static let rewrittenBit: UInt32 = 1 << 31

    /// A cell that nothing is known of yet.
    static let none = PlainCell(from: 0, to: 0)

    /// A cell whose content stands in the bytes of the block.
    init(from start: UInt32, to end: UInt32) {
        begin = start
        self.end = end
    }

    /// A cell whose content stands in the rewritten bytes of the block.
    init(rewrittenFrom start: UInt32, to end: UInt32) {
        begin = start | Self.rewrittenBit
        self.end = end
    }

    /// The offset of the first byte.
    package var start: UInt32 { begin & ~Self.rewrittenBit }

    /// Whether the content stands in `PlainBlock/rewritten` and not in `PlainBlock/bytes`.
    package var isRewritten: Bool { begin & Self.rewrittenBit != 0 }

    /// The offsets of the content.
    package var range: Range<Int> { Int(start)..<Int(max(start, end)) }

    /// Leaves out the last byte, which turned out to belong to the line end.
    mutating func shorten() { end -= end > start ? 1 : 0 }
}
