extension RecordReader {
    /// Reads the next records into a block, as many as can be read in one way only and no more than `rows`.
    ///
    /// It can be mixed with `next(into:)` at will: records, numbers, lines and errors are the same. Where it reads none,
    /// the next record needs a closer look, or the input is at its end; `next` tells which.
    ///
    /// - Returns: whether there are records in the block.
    /// - Throws: what the source throws.
    package mutating func nextPlain(
        into block: inout PlainBlock, atMost rows: Int
    ) throws(TableError) -> Bool {
        block.clear()
        if let failure { throw failure }
        guard rows > 0, var end = takePlain(into: &block, atMost: rows) else { return false }
        while block.count == 0, end == .text, !buffer.isAtEnd, buffer.count < limits.maxRecordBytes {
            do throws(TableError) {
                try buffer.fill()
            } catch {
                failure = error
                throw error
            }
            end = takePlain(into: &block, atMost: rows) ?? .record
        }
        return block.count > 0
    }

    /// Takes what is at hand; returns why no more, or nil where the dialect has to be read record by record.
    private mutating func takePlain(into block: inout PlainBlock, atMost rows: Int) -> PlainScan.End? {
        guard var scan = PlainScan(dialect, within: limits, line: line, atMost: rows) else { return nil }
        let isWhole = buffer.count <= block.byteCapacity
        block.dialect = dialect
        block.firstNumber = recordsRead + 1
        let end = scan.run(
            over: buffer.bytes.span.extracting(droppingFirst: buffer.start).extracting(
                first: block.byteCapacity),
            isComplete: buffer.isComplete && isWhole, into: &block)
        block.bytes.append(contentsOf: buffer.bytes[buffer.start..<buffer.start + scan.taken])
        line = scan.line
        recordsRead += block.count
        buffer.consume(scan.taken)
        return end == .text && !isWhole ? .record : end
    }
}
