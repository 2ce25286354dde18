/// Where one record lies in its block, and what is known of it without looking at its cells.
package struct PlainRecord: Hashable, Sendable {
    /// The offset of its first byte in `PlainBlock/bytes`.
    package let start: UInt32
    /// The offset behind its line end.
    package let end: UInt32
    /// Which of `PlainBlock/cells` is its first.
    package let firstCell: UInt32
    /// How many cells it has; an empty line has one, which is empty.
    package let cellCount: UInt32
    /// The physical line on which it begins, from 1.
    package let line: Int
    /// How many bytes its line end takes: 1 for LF, 2 for CRLF.
    package let lineEndLength: UInt8
    /// Line ends inside of quoted cells.
    package let innerLineCount: UInt8
    /// Whether a cell is quoted.
    package let hasQuotes: Bool
    /// Whether all of its bytes are ASCII.
    package let isASCII: Bool
    /// Whether doubled quotes were undone in a cell.
    package let hasRewrittenCells: Bool

    /// The offset of its line end.
    package var contentEnd: UInt32 { end - UInt32(lineEndLength) }
    /// The offsets of its bytes, line end included.
    package var range: Range<Int> { Int(start)..<Int(end) }
    /// Where its cells lie in `PlainBlock/cells`.
    package var cells: Range<Int> { Int(firstCell)..<Int(firstCell) + Int(cellCount) }
}
