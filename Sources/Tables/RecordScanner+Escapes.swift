extension RecordScanner {
    /// Whether the backslash at `position` takes the meaning from the byte behind it.
    ///
    /// Before any other byte a backslash is content, as in `C:\temp`.
    func isEscape(_ text: Span<UInt8>, at position: Int) -> Bool {
        guard hasBackslashEscapes, text[position] == ASCII.backslash, position + 1 < text.count else {
            return false
        }
        let next = text[position + 1]
        return next == delimiter || next == ASCII.quote || next == ASCII.backslash
    }

    /// Passes over literal bytes, in which backslashes have a meaning.
    func scanEscaped(
        _ text: Span<UInt8>, from start: Int, cellStart: Int, isComplete: Bool, into record: inout Record
    ) throws(ScanStop) -> PlainStretch {
        var position = start
        var hasEscapes = false
        while position < text.count {
            let byte = text[position]
            if byte == delimiter || byte == ASCII.lineFeed || byte == ASCII.carriageReturn {
                return PlainStretch(content: position, end: position, hasEscapes: hasEscapes)
            }
            if byte == ASCII.nul { break }
            record.byteUnion |= byte
            if isEscape(text, at: position) {
                hasEscapes = true
                position += 1
            }
            position += 1
        }
        var stretch = try endPlain(
            text, from: start, at: position, cellStart: cellStart, isComplete: isComplete, into: &record)
        stretch.hasEscapes = hasEscapes
        return stretch
    }

    /// Notes the content of a plain cell without its backslashes.
    func noteEscaped(_ content: Range<Int>, of text: Span<UInt8>, in record: inout Record) {
        let start = record.rewritten.count
        var position = content.lowerBound
        while position < content.upperBound {
            if position + 1 < content.upperBound, isEscape(text, at: position) { position += 1 }
            record.rewritten.append(text[position])
            position += 1
        }
        record.cells.append(CellRange(start..<record.rewritten.count, isRewritten: true))
    }
}
