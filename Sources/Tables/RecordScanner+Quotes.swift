/// Quoted cells, and quotes that only look as if they opened one.
///
/// A quote is stray if it does not close before the end of the input, within the longest cell or within the most lines
/// that a cell may have; if what would close it on a later line is followed by more content (`"Acme` and, rows below,
/// `5" nail`); or if the lines between have as many delimiters as the line it stands on, so that they are rows. The
/// cell is then read as if the quote were not there, up to the end of its line, and the rows below are read as rows.
///
/// Looking ahead costs no more than reading: a line that opens a quote without closing it has an odd number of quotes,
/// so the next such line ends the search of this one.
extension RecordScanner {
    /// Notes the quoted cell whose quote is at `open`, and returns where it ends; nil if the quote is stray.
    func scanQuoted(
        _ text: Span<UInt8>, from open: Int, isComplete: Bool, into record: inout Record
    ) throws(ScanStop) -> Int? {
        let reach = min(text.count, open + limits.maxCellBytes + 1)
        let linesBefore = record.innerLineCount
        var position = open + 1
        var hasEscapes = false
        var union: UInt8 = 0
        defer { record.byteUnion |= union }
        while position < reach {
            let byte = text[position]
            // Most bytes are letters, small ones above all.
            if byte > ASCII.backslash {
                union |= byte
                position += 1
                continue
            }
            switch byte {
            case ASCII.quote:
                guard position + 1 < text.count || isComplete else { throw .needsMore(at: text.count) }
                let next = position + 1 < text.count ? text[position + 1] : ASCII.nul
                guard next == ASCII.quote else {
                    let quotes = QuotePair(
                        open: open, close: position, linesBefore: linesBefore, hasEscapes: hasEscapes)
                    return try close(quotes, before: next, in: text, isComplete: isComplete, into: &record)
                }
                hasEscapes = true
                position += 1
            case ASCII.carriageReturn, ASCII.lineFeed:
                guard let length = LineEnding.length(in: text, at: position, isComplete: isComplete) else {
                    throw .needsMore(at: text.count)
                }
                record.innerLineCount += 1
                position += length - 1
            case ASCII.nul:
                position = try endOfPadding(text, from: position, until: reach) - 1
            case ASCII.backslash where isEscape(text, at: position):
                hasEscapes = true
                position += 1
            default:
                break
            }
            position += 1
        }
        let hasLines = record.innerLineCount > linesBefore
        record.innerLineCount = linesBefore
        if reach - open > limits.maxCellBytes {
            guard hasLines else { throw .failure(.cellTooLong, at: open) }
        } else if !isComplete {
            throw .needsMore(at: text.count)
        }
        return nil
    }

    /// Where the NULs end that begin at `position`, which only what is looked at may end.
    private func endOfPadding(
        _ text: Span<UInt8>, from position: Int, until reach: Int
    ) throws(ScanStop) -> Int {
        var end = position
        while end < reach, text[end] == ASCII.nul { end += 1 }
        guard end == reach else { throw .failure(.nulByte, at: position) }
        return end
    }

    /// Notes the cell between two quotes, and returns where it ends; nil if the quotes do not belong together.
    @inline(__always)
    private func close(
        _ quotes: QuotePair, before next: UInt8, in text: Span<UInt8>, isComplete: Bool,
        into record: inout Record
    ) throws(ScanStop) -> Int? {
        // Nearly all cells are as simple as this.
        let isPlain = next == delimiter || next == ASCII.lineFeed || next == ASCII.carriageReturn
        if isPlain, record.innerLineCount == quotes.linesBefore {
            if quotes.hasEscapes {
                note(quotes.open + 1..<quotes.close, hasEscapes: true, of: text, in: &record)
            } else {
                record.cells.append(CellRange(quotes.open + 1..<quotes.close, isRewritten: false))
            }
            return quotes.close + 1
        }
        if let end = try close(quotes, in: text, isComplete: isComplete, into: &record) { return end }
        record.innerLineCount = quotes.linesBefore
        return nil
    }

    /// Notes the cell between two quotes and what follows up to its end; nil if the quotes do not belong together.
    private func close(
        _ quotes: QuotePair, in text: Span<UInt8>, isComplete: Bool, into record: inout Record
    ) throws(ScanStop) -> Int? {
        let after = quotes.close + 1
        let lines = record.innerLineCount - quotes.linesBefore
        let tail: PlainStretch
        do throws(ScanStop) {
            tail = try scanPlain(
                text, from: after, cellStart: lines > 0 ? after : quotes.open, isComplete: isComplete,
                into: &record)
        } catch {
            // Whether its end is at hand or not: what is too long stands in a row further down.
            guard lines > 0, error.reason == .failure(.cellTooLong) else { throw error }
            return nil
        }
        var position = after
        while position < tail.content, text[position] == ASCII.space || text[position] == ASCII.tab {
            position += 1
        }
        let isBlankTail = position == tail.content
        if lines > 0 {
            let isStray =
                !isBlankTail || tail.end - quotes.open > limits.maxCellBytes || lines > limits.maxCellLines
                || swallowsRows(quotes, lines: lines, in: text)
            guard !isStray else {
                record.paddingLength = 0
                return nil
            }
        }
        if tail.content == after || (isBlankTail && hasSpacedQuotes) {
            note(quotes.open + 1..<quotes.close, hasEscapes: quotes.hasEscapes, of: text, in: &record)
        } else {
            record.hasLooseQuotes = true
            note(quotes.open + 1..<tail.content, hasEscapes: true, of: text, in: &record)
        }
        return tail.end
    }

    /// Whether each whole line between two quotes has as many delimiters as the one on which the first quote stands.
    ///
    /// Letters and notes of several lines hardly ever do; rows always do. Few delimiters ask for more lines.
    private func swallowsRows(_ quotes: QuotePair, lines: Int, in text: Span<UInt8>) -> Bool {
        guard lines >= 3, quotes.linesBefore == 0 else { return false }
        var firstCount: Int?
        var count = 0
        var position = 0
        while position < quotes.close {
            let byte = text[position]
            if position > quotes.open, byte == ASCII.lineFeed || byte == ASCII.carriageReturn {
                if let firstCount, firstCount != count { return false }
                firstCount = count
                count = 0
                position += LineEnding.length(in: text, at: position, isComplete: true) ?? 1
                continue
            }
            if byte == delimiter { count += 1 }
            position += 1
        }
        guard let firstCount else { return false }
        return firstCount >= 2 || (firstCount == 1 && lines >= 6)
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
        record.rewritten.append(addingCapacity: content.count) { output in
            var isQuoted = true
            var position = content.lowerBound
            while position < content.upperBound {
                var byte = text[position]
                position += 1
                if byte == ASCII.quote, isQuoted {
                    // The quote after this one is its escape; any other byte means that this one has closed the cell.
                    guard position < content.upperBound, text[position] == ASCII.quote else {
                        isQuoted = false
                        continue
                    }
                    position += 1
                } else if byte == ASCII.backslash, position < content.upperBound,
                    isEscape(text, at: position - 1)
                {
                    byte = text[position]
                    position += 1
                }
                output.append(byte)
            }
        }
        record.cells.append(CellRange(start..<record.rewritten.count, isRewritten: true))
    }
}
