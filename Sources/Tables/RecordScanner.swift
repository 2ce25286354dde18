/// Finds the end of the next record and its cells in a stretch of text.
///
/// It obeys RFC 4180, section 2, and is lenient where real files are sloppy:
/// - LF, CRLF and CR all end a record, in any mixture.
/// - A quote opens a cell only as its very first byte. Spaces belong to the cell (RFC 4180, section 2.4), so a
///   quote behind a space is content, as it is for Excel and Python.
/// - What follows a closing quote is taken literally up to the delimiter, and the record says so.
///
/// What it finds depends on the text alone, never on how much of it is at hand.
struct RecordScanner: Sendable {
    let delimiter: UInt8
    let limits: RecordReader.Limits

    /// Notes the cells of the record that begins `text` in `record`.
    ///
    /// - Parameter isComplete: whether the input ends where `text` ends.
    /// - Returns: the length of the record in bytes, line end included.
    func scan(_ text: Span<UInt8>, isComplete: Bool, into record: inout Record) throws(ScanStop) -> Int {
        // One byte more than allowed is enough to know, however much there is.
        let visible = text.extracting(first: limits.maxRecordBytes + 1)
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
        var start = 0
        while true {
            let end = try scanCell(of: text, from: start, isComplete: isComplete, into: &record)
            if end == text.count { return end }
            if text[end] != delimiter {
                record.lineEndLength = try lineEndLength(in: text, at: end, isComplete: isComplete)
                return end + record.lineEndLength
            }
            start = end + 1
        }
    }

    /// The length of the line end at `position`; a CR needs the byte after it to tell.
    private func lineEndLength(in text: Span<UInt8>, at position: Int, isComplete: Bool) throws(ScanStop)
        -> Int
    {
        if text[position] == ASCII.lineFeed { return 1 }
        if position + 1 < text.count { return text[position + 1] == ASCII.lineFeed ? 2 : 1 }
        if isComplete { return 1 }
        throw .needsMore(at: text.count)
    }

    /// Notes the cell that begins at `start` and returns where it ends: at a delimiter, a line end or the end.
    private func scanCell(
        of text: Span<UInt8>, from start: Int, isComplete: Bool, into record: inout Record
    ) throws(ScanStop) -> Int {
        guard record.cells.count < limits.maxCells else { throw .failure(.tooManyCells, at: start) }
        let end: Int
        do {
            if start < text.count, text[start] == ASCII.quote {
                end = try scanQuoted(text, from: start, isComplete: isComplete, into: &record)
            } else {
                end = try scanPlain(text, from: start, isComplete: isComplete, into: &record)
                record.cells.append(CellRange(start..<end, isRewritten: false))
            }
        } catch  where error.reached - start > limits.maxCellBytes {
            throw .failure(.cellTooLong, at: start)
        }
        guard end - start <= limits.maxCellBytes else { throw .failure(.cellTooLong, at: start) }
        return end
    }

    /// Passes over literal bytes up to a delimiter, a line end or the end.
    private func scanPlain(
        _ text: Span<UInt8>, from start: Int, isComplete: Bool, into record: inout Record
    ) throws(ScanStop) -> Int {
        var position = start
        var union: UInt8 = 0
        defer { record.byteUnion |= union }
        while position < text.count {
            let byte = text[position]
            if byte == delimiter || byte == ASCII.lineFeed || byte == ASCII.carriageReturn { return position }
            if byte == ASCII.nul { throw .failure(.nulByte, at: position) }
            union |= byte
            position += 1
        }
        guard isComplete else { throw .needsMore(at: position) }
        return position
    }

    /// Notes the quoted cell whose quote is at `open`, and returns where it ends.
    private func scanQuoted(
        _ text: Span<UInt8>, from open: Int, isComplete: Bool, into record: inout Record
    ) throws(ScanStop) -> Int {
        var position = open + 1
        var hasEscapes = false
        while position < text.count {
            switch text[position] {
            case ASCII.quote:
                guard position + 1 < text.count else {
                    guard isComplete else { throw .needsMore(at: text.count) }
                    note(open + 1..<position, hasEscapes: hasEscapes, of: text, in: &record)
                    return text.count
                }
                if text[position + 1] == ASCII.quote {
                    hasEscapes = true
                    position += 1
                    break
                }
                let end = try scanPlain(text, from: position + 1, isComplete: isComplete, into: &record)
                if end == position + 1 {
                    note(open + 1..<position, hasEscapes: hasEscapes, of: text, in: &record)
                } else {
                    record.hasLooseQuotes = true
                    note(open + 1..<end, hasEscapes: true, of: text, in: &record)
                }
                return end
            case ASCII.carriageReturn:
                record.innerLineCount += 1
            case ASCII.lineFeed where text[position - 1] != ASCII.carriageReturn:
                record.innerLineCount += 1
            case ASCII.nul:
                throw .failure(.nulByte, at: position)
            case let byte:
                record.byteUnion |= byte
            }
            position += 1
        }
        guard isComplete else { throw .needsMore(at: text.count) }
        throw .failure(.unterminatedQuote, at: open, reached: text.count)
    }

    /// Notes the content of a quoted cell, without its escapes.
    private func note(
        _ content: Range<Int>, hasEscapes: Bool, of text: Span<UInt8>, in record: inout Record
    ) {
        guard hasEscapes else {
            record.cells.append(CellRange(content, isRewritten: false))
            return
        }
        let start = record.rewritten.count
        var isQuoted = true
        var position = content.lowerBound
        while position < content.upperBound {
            let byte = text[position]
            position += 1
            if isQuoted, byte == ASCII.quote {
                // The quote after this one is its escape; any other byte means that this one has closed the cell.
                guard position < content.upperBound, text[position] == ASCII.quote else {
                    isQuoted = false
                    continue
                }
                position += 1
            }
            record.rewritten.append(byte)
        }
        record.cells.append(CellRange(start..<record.rewritten.count, isRewritten: true))
    }
}
