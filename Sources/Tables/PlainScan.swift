/// Finds the records at the beginning of a text that can be read in one way only, 64 bytes at a time.
///
/// Such a record ends in LF or CRLF. Its quotes open where a cell begins and close where it ends, it has no NUL, no
/// carriage return of its own, no byte order mark at its beginning and few line ends in quotes; it is valid UTF-8 and
/// within all limits. `RecordScanner` would find the same cells in it. At the first byte that raises a doubt the scan
/// stops, and `RecordScanner` decides.
struct PlainScan {
    /// Why a scan ended.
    enum End {
        /// The text ended first.
        case text
        /// The next record raises a doubt, or the block has no room for it.
        case record
        /// There are as many records as were asked for.
        case rows
    }

    private let delimiter: UInt8
    private let isUTF8: Bool
    /// The longest record that has no cell and no length beyond the limits.
    private let maxLength: Int
    private let maxCells: Int
    /// From three line ends in quotes on, rows may have been swallowed.
    private let maxInnerLines: Int
    /// How many records are asked for.
    private let rows: Int

    /// All ones within quotes.
    private var quoted: UInt64 = 0
    /// Whether a cell begins with the next byte, or goes on with the second of two quotes.
    private var mayOpen: UInt64 = 1
    private var isAfterClosing: UInt64 = 0
    private var isAfterReturn: UInt64 = 0

    /// The record that is being read.
    private var record = PlainDraft()
    /// How many cells were noted, and where the next one begins.
    private var cellCount = 0
    private var cellStart: UInt32 = 0
    /// The line on which the record begins.
    private(set) var line: Int

    /// Makes a scan of a text that begins with a record; nil where the dialect has habits that need a closer look.
    ///
    /// - Parameter line: the line on which the text begins.
    init?(_ dialect: Dialect, within limits: RecordReader.Limits, line: Int, atMost rows: Int) {
        guard dialect.nestedDelimiter == nil, !dialect.hasBackslashEscapes, !dialect.hasSpacedQuotes,
            !dialect.encoding.isWide
        else { return nil }
        delimiter = dialect.delimiter
        isUTF8 = dialect.encoding == .utf8
        maxLength = min(limits.maxCellBytes, limits.maxRecordBytes)
        maxCells = limits.maxCells
        maxInnerLines = min(limits.maxCellLines, 2)
        self.line = line
        self.rows = rows
    }

    /// How many bytes the records take that were noted.
    var taken: Int { record.start }

    /// Notes the records of a text that raise no doubt; their bytes are still to be copied.
    ///
    /// - Parameter isComplete: whether the input ends where the text ends.
    mutating func run(over text: Span<UInt8>, isComplete: Bool, into block: inout PlainBlock) -> End {
        var end: End?
        var offset = 0
        // Taken out, so that it can be written beside the rest of the block.
        var memory: [PlainCell] = []
        swap(&memory, &block.cells)
        defer { swap(&memory, &block.cells) }
        var cells = memory.mutableSpan
        while end == nil, offset < text.count {
            let length = min(text.count - offset, StretchMasks.width)
            let masks =
                length == StretchMasks.width
                ? StretchMasks(of: text, at: offset, delimiter: delimiter)
                : StretchMasks(of: Self.padded(text, from: offset).span, at: 0, delimiter: delimiter)
            let visible = UInt64.max >> UInt64(StretchMasks.width - length)
            // Each of the bytes may end a cell.
            guard cells.count - cellCount >= StretchMasks.width else {
                end = .record
                break
            }
            end =
                masks.isPlain && quoted | isAfterClosing | isAfterReturn == 0
                ? notePlain(
                    masks, within: visible, of: text, at: offset, into: &cells, &block.records,
                    &block.rewritten)
                : note(
                    masks, within: visible, of: text, at: offset, into: &cells, &block.records,
                    &block.rewritten)
            offset += length
        }
        if let doubt = doubt(aboutEndOf: block.records.last, in: text, isComplete: isComplete),
            let last = block.records.popLast()
        {
            line = last.line
            record = PlainDraft(start: Int(last.start), firstCell: Int(last.firstCell))
            end = doubt
        }
        block.cellCount = record.firstCell
        // What is too long already need not be waited for.
        return end ?? (text.count - record.start > maxLength + 2 ? .record : .text)
    }

    /// The last bytes of a text, with spaces behind them.
    private static func padded(
        _ text: Span<UInt8>, from offset: Int
    ) -> InlineArray<64, UInt8> {
        InlineArray { offset + $0 < text.count ? text[offset + $0] : ASCII.space }
    }

    /// Notes what ends within 64 bytes that hold nothing but delimiters, line feeds and other ASCII.
    @inline(__always)
    private mutating func notePlain(
        _ masks: StretchMasks, within visible: UInt64, of text: Span<UInt8>, at offset: Int,
        into cells: inout MutableSpan<PlainCell>, _ records: inout [PlainRecord],
        _ rewritten: inout [UInt8]
    ) -> End? {
        var separators = (masks.delimiters | masks.lineFeeds) & visible
        mayOpen = separators >> 63
        var lineFeeds = masks.lineFeeds & visible
        while lineFeeds != 0 {
            let last = lineFeeds & (0 &- lineFeeds)
            noteCells(before: separators & (last | (last &- 1)), at: offset, in: &cells)
            separators &= ~(last | (last &- 1))
            guard
                end(at: offset + last.trailingZeroBitCount, of: text, in: &cells, &records, &rewritten)
            else { return .record }
            if records.count >= rows { return .rows }
            lineFeeds ^= last
        }
        noteCells(before: separators, at: offset, in: &cells)
        return nil
    }

    /// Notes what ends within any 64 bytes; returns why no more is to be noted, or nil.
    @inline(never)
    private mutating func note(
        _ masks: StretchMasks, within visible: UInt64, of text: Span<UInt8>, at offset: Int,
        into cells: inout MutableSpan<PlainCell>, _ records: inout [PlainRecord],
        _ rewritten: inout [UInt8]
    ) -> End? {
        let inside = masks.quoted(after: quoted)
        let opening = masks.quotes & inside
        let closing = masks.quotes & ~inside
        var separators = (masks.delimiters | masks.lineFeeds) & ~inside
        let behindClosing = closing << 1 | isAfterClosing
        let openable = (separators | closing) << 1 | mayOpen
        let doubts =
            (opening & ~openable | behindClosing & ~(separators | masks.returns | opening)
                | (masks.returns << 1 | isAfterReturn) & ~masks.lineFeeds | masks.nuls) & visible
        mayOpen = (separators | closing) >> 63
        // What stands before the first doubt.
        separators &= doubts == 0 ? visible : (doubts & (0 &- doubts)) &- 1
        let signs = PlainDraft.Signs(
            quotes: masks.quotes, doubled: opening & behindClosing, high: masks.high,
            lineFeeds: masks.lineFeeds & inside)
        var lineFeeds = masks.lineFeeds & separators
        var rest = UInt64.max
        while lineFeeds != 0 {
            let last = lineFeeds & (0 &- lineFeeds)
            let stretch = rest & (last | (last &- 1))
            rest &= ~stretch
            noteCells(before: separators & stretch, at: offset, in: &cells)
            record.take(signs, within: stretch, at: offset)
            guard
                end(at: offset + last.trailingZeroBitCount, of: text, in: &cells, &records, &rewritten)
            else { return .record }
            if records.count >= rows { return .rows }
            lineFeeds ^= last
        }
        noteCells(before: separators & rest, at: offset, in: &cells)
        record.take(signs, within: rest, at: offset)
        quoted = UInt64(bitPattern: Int64(bitPattern: inside) >> 63)
        isAfterClosing = closing >> 63
        isAfterReturn = masks.returns >> 63
        return doubts != 0 || record.innerLineCount > maxInnerLines ? .record : nil
    }

    /// Notes a cell before each of some separators; the caller has made sure that there is room.
    @inline(__always)
    private mutating func noteCells(
        before separators: UInt64, at offset: Int, in cells: inout MutableSpan<PlainCell>
    ) {
        let offset = UInt32(truncatingIfNeeded: offset)
        var rest = separators
        var (index, start) = (cellCount, cellStart)
        while rest != 0 {
            let end = offset &+ UInt32(truncatingIfNeeded: rest.trailingZeroBitCount)
            cells[index] = PlainCell(from: start, to: end)
            start = end &+ 1
            index &+= 1
            rest &= rest &- 1
        }
        (cellCount, cellStart) = (index, start)
    }

    /// Notes the record that ends in the line feed at `position`; false if it raises a doubt.
    @inline(__always)
    private mutating func end(
        at position: Int, of text: Span<UInt8>, in cells: inout MutableSpan<PlainCell>,
        _ records: inout [PlainRecord], _ rewritten: inout [UInt8]
    ) -> Bool {
        let start = record.start
        let count = cellCount - record.firstCell
        guard position + 1 - start <= maxLength, count <= maxCells,
            record.innerLineCount <= maxInnerLines, record.isASCII || isUTF8 && record.isValid(in: text)
        else { return false }
        let hasReturn = position > start && text[position - 1] == ASCII.carriageReturn
        if hasReturn { cells[cellCount - 1].shorten() }
        let isRewritten =
            record.hasQuotes && record.unquote(cellCount, of: text, in: &cells, into: &rewritten)
        records.append(
            PlainRecord(
                start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: position + 1),
                firstCell: UInt32(truncatingIfNeeded: record.firstCell),
                cellCount: UInt32(truncatingIfNeeded: count), line: line,
                lineEndLength: hasReturn ? 2 : 1,
                innerLineCount: UInt8(truncatingIfNeeded: record.innerLineCount),
                hasQuotes: record.hasQuotes, isASCII: record.isASCII, hasRewrittenCells: isRewritten))
        line += record.innerLineCount + 1
        record = PlainDraft(start: position + 1, firstCell: cellCount)
        return true
    }

    /// Why the last record may end elsewhere, or nil: a carriage return may belong to its line feed.
    private func doubt(
        aboutEndOf last: PlainRecord?, in text: Span<UInt8>, isComplete: Bool
    ) -> End? {
        guard let last, last.lineEndLength == 1 else { return nil }
        let next = Int(last.end)
        guard next < text.count else { return isComplete ? nil : .text }
        guard text[next] == ASCII.carriageReturn else { return nil }
        guard next + 1 < text.count else { return isComplete ? .record : .text }
        return text[next + 1] == ASCII.lineFeed ? nil : .record
    }
}
