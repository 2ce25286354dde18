extension PlainBlock {
    /// Where a cell of a record lies; nil if it has no such cell.
    package func cell(_ index: Int, of record: PlainRecord) -> PlainCell? {
        guard index >= 0, index < record.cellCount, record.cells.upperBound <= cellCount else { return nil }
        return cells[record.cells.lowerBound + index]
    }

    /// Lends the content of a cell: unescaped, empty if there is no such cell.
    package func withCell<Result, Failure: Error>(
        _ index: Int, of record: PlainRecord, _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard let cell = cell(index, of: record) else { return try body(bytes.span.extracting(0..<0)) }
        if cell.isRewritten { return try body(rewritten.span.extracting(cell.range)) }
        return try body(bytes.span.extracting(cell.range))
    }

    /// Makes the very record that `RecordReader.next(into:)` would have made; an empty one beyond the last.
    package func copy(_ index: Int, into record: inout Record) {
        record.clear()
        guard records.indices.contains(index) else { return }
        let plain = records[index]
        record.bytes.append(contentsOf: bytes[plain.range])
        for cell in cells[plain.cells] {
            if cell.isRewritten {
                let start = record.rewritten.count
                record.rewritten.append(contentsOf: rewritten[cell.range])
                record.cells.append(CellRange(start..<record.rewritten.count, isRewritten: true))
            } else {
                let start = Int(cell.start - plain.start)
                record.cells.append(CellRange(start..<start + cell.range.count, isRewritten: false))
            }
        }
        record.dialect = dialect
        record.number = firstNumber + index
        record.line = plain.line
        record.lineEndLength = Int(plain.lineEndLength)
        record.innerLineCount = Int(plain.innerLineCount)
        record.byteUnion = plain.isASCII ? 0x7F : 0xFF
    }
}
