/// Finds the end of the next record and its cells in a stretch of text.
///
/// It obeys RFC 4180, section 2, and is lenient where real files are sloppy:
/// - LF, CRLF, CR, CR CR LF and LF CR all end a record, in any mixture. Other breaks (U+0085, U+2028, form feed) are
///   content.
/// - A quote opens a cell only as its very first byte. Spaces belong to the cell (RFC 4180, section 2.4), so a
///   quote behind a space is content, as it is for Excel and Python, unless the dialect has spaces there.
/// - What follows a closing quote is taken literally up to the delimiter, and the record says so.
/// - A quote that never closes, or that would swallow rows, is passed over, and the record says so: see
///   `RecordScanner+Quotes`.
/// - A byte order mark at the beginning of a record is no content: two files were joined there.
/// - NULs at the end of a cell, and NULs and Ctrl-Z at the end of the input, are padding.
///
/// What it finds depends on the text alone, never on how much of it is at hand.
struct RecordScanner: Sendable {
    let delimiter: UInt8
    let limits: RecordReader.Limits
    /// Whether a backslash takes the meaning from a delimiter, a quote or a backslash behind it.
    let hasBackslashEscapes: Bool
    /// Whether spaces may stand between a delimiter and a quote.
    let hasSpacedQuotes: Bool
    /// Whether any of the two.
    private let hasHabits: Bool

    init(
        delimiter: UInt8, limits: RecordReader.Limits, hasBackslashEscapes: Bool = false,
        hasSpacedQuotes: Bool = false
    ) {
        self.delimiter = delimiter
        self.limits = limits
        self.hasBackslashEscapes = hasBackslashEscapes
        self.hasSpacedQuotes = hasSpacedQuotes
        hasHabits = hasBackslashEscapes || hasSpacedQuotes
    }

    /// Notes the cells of the record that begins `text` in `record`.
    ///
    /// - Parameter isComplete: whether the input ends where `text` ends.
    /// - Returns: the length of the record in bytes, line end included.
    func scan(_ text: Span<UInt8>, isComplete: Bool, into record: inout Record) throws(ScanStop) -> Int {
        // Three bytes more than allowed are enough to know where the line end ends, however much there is.
        let visible = text.extracting(first: limits.maxRecordBytes + 3)
        let isCut = visible.count < text.count
        do {
            let length = try scanCells(of: visible, isComplete: isComplete && !isCut, into: &record)
            if length <= limits.maxRecordBytes { return length }
        } catch  where error.reason == .needsMore && isCut {
            throw .failure(.recordTooLong, at: 0)
        }
        throw .failure(.recordTooLong, at: 0)
    }

    private func scanCells(
        of text: Span<UInt8>, isComplete: Bool, into record: inout Record
    ) throws(ScanStop) -> Int {
        record.clear()
        var start = Self.lengthOfMarks(before: text)
        while true {
            let end = try scanCell(of: text, from: start, isComplete: isComplete, into: &record)
            if end == text.count { return end }
            if text[end] != delimiter {
                guard let length = LineEnding.length(in: text, at: end, isComplete: isComplete) else {
                    throw .needsMore(at: text.count)
                }
                record.lineEndLength = length
                return end + length
            }
            start = end + 1
        }
    }

    /// How many bytes of byte order marks a record begins with.
    private static func lengthOfMarks(before text: Span<UInt8>) -> Int {
        var length = 0
        while length + 2 < text.count, text[length] == 0xEF, text[length + 1] == 0xBB,
            text[length + 2] == 0xBF
        {
            length += 3
        }
        return length
    }

    /// Notes the cell that begins at `start` and returns where it ends: at a delimiter, a line end or the end.
    @inline(__always)
    private func scanCell(
        of text: Span<UInt8>, from start: Int, isComplete: Bool, into record: inout Record
    ) throws(ScanStop) -> Int {
        guard record.cells.count < limits.maxCells else { throw .failure(.tooManyCells, at: start) }
        var end: Int?
        if !hasHabits, start < text.count, text[start] != ASCII.quote {
            // Nearly all cells are as simple as this.
            let stop = plainStop(in: text, from: start, into: &record)
            if stop < text.count, text[stop] != ASCII.nul {
                record.cells.append(CellRange(start..<stop, isRewritten: false))
                end = stop
            }
        }
        let reached =
            if let end { end } else {
                try scanUnusualCell(of: text, from: start, isComplete: isComplete, into: &record)
            }
        guard reached - start <= limits.maxCellBytes else { throw .failure(.cellTooLong, at: start) }
        return reached
    }

    /// Notes a cell that is quoted, that ends with the text, or that may have backslashes or spaces of a meaning.
    @inline(never)
    private func scanUnusualCell(
        of text: Span<UInt8>, from start: Int, isComplete: Bool, into record: inout Record
    ) throws(ScanStop) -> Int {
        var open = start
        if hasSpacedQuotes {
            while open < text.count, text[open] == ASCII.space { open += 1 }
        }
        guard open < text.count, text[open] == ASCII.quote else {
            return try scanLiteral(text, from: start, isComplete: isComplete, into: &record)
        }
        if let end = try scanQuoted(text, from: open, isComplete: isComplete, into: &record) { return end }
        record.noteUnclosedQuote()
        return try scanLiteral(text, from: open + 1, isComplete: isComplete, into: &record)
    }

    /// Notes the plain cell whose content begins at `start`, and returns where it ends.
    private func scanLiteral(
        _ text: Span<UInt8>, from start: Int, isComplete: Bool, into record: inout Record
    ) throws(ScanStop) -> Int {
        let stretch = try scanPlain(
            text, from: start, cellStart: start, isComplete: isComplete, into: &record)
        if stretch.hasEscapes {
            noteEscaped(start..<stretch.content, of: text, in: &record)
        } else {
            record.cells.append(CellRange(start..<stretch.content, isRewritten: false))
        }
        return stretch.end
    }

    /// Passes over literal bytes up to a delimiter, a line end or the end.
    func scanPlain(
        _ text: Span<UInt8>, from start: Int, cellStart: Int, isComplete: Bool, into record: inout Record
    ) throws(ScanStop) -> PlainStretch {
        if hasBackslashEscapes {
            return try scanEscaped(
                text, from: start, cellStart: cellStart, isComplete: isComplete, into: &record)
        }
        let stop = plainStop(in: text, from: start, into: &record)
        if stop < text.count, text[stop] != ASCII.nul { return PlainStretch(content: stop, end: stop) }
        return try endPlain(
            text, from: start, at: stop, cellStart: cellStart, isComplete: isComplete, into: &record)
    }

    /// Where literal bytes end: at a delimiter, a line end, a NUL or the end of the text.
    @inline(__always)
    private func plainStop(in text: Span<UInt8>, from start: Int, into record: inout Record) -> Int {
        var position = start
        var union: UInt8 = 0
        while position < text.count {
            let byte = text[position]
            // One comparison rules out all line ends for nearly every byte.
            if byte == delimiter { break }
            if byte <= ASCII.carriageReturn,
                byte == ASCII.lineFeed || byte == ASCII.carriageReturn || byte == ASCII.nul
            {
                break
            }
            union |= byte
            position += 1
        }
        record.byteUnion |= union
        return position
    }

    /// Ends a stretch of literal bytes at a NUL or at the end of the text.
    func endPlain(
        _ text: Span<UInt8>, from start: Int, at stop: Int, cellStart: Int, isComplete: Bool,
        into record: inout Record
    ) throws(ScanStop) -> PlainStretch {
        var end = stop
        while end < text.count, text[end] == ASCII.nul { end += 1 }
        guard end - cellStart <= limits.maxCellBytes else { throw .failure(.cellTooLong, at: cellStart) }
        guard end == text.count else {
            let next = text[end]
            guard next == delimiter || next == ASCII.lineFeed || next == ASCII.carriageReturn else {
                throw .failure(.nulByte, at: stop)
            }
            return PlainStretch(content: stop, end: end)
        }
        guard isComplete else { throw .needsMore(at: end) }
        var content = stop
        while content > start, text[content - 1] == ASCII.endOfFile { content -= 1 }
        record.paddingLength = end - content
        return PlainStretch(content: content, end: end)
    }
}
