import Tables

/// One input, read record by record, and in blocks with single records between them.
struct TwoReadings {
    var dialect: Dialect
    var limits = RecordReader.Limits.default
    var pieceSize = Int.max
    var bufferCapacity = 4096
    var rows = 1 << 20
    var byteCapacity = 1 << 17
    var cellCapacity = 1 << 15
    /// How many records came in blocks.
    private(set) var plainCount = 0
    /// How many records came in all.
    private(set) var count = 0

    init(_ dialect: Dialect) { self.dialect = dialect }

    /// Where the two differ; nil if they are the same.
    mutating func difference(in bytes: [UInt8]) -> String? {
        let whole = ReadTable(
            bytes, dialect: dialect, pieceSize: pieceSize, bufferCapacity: bufferCapacity, limits: limits)
        var rows: [ReadTable.Row] = []
        do throws(TableError) {
            let source = DrippingSource(bytes, pieceSize: pieceSize)
            var single = try RecordReader(
                dialect: dialect, source: source, limits: limits, bufferCapacity: bufferCapacity)
            var mixed = try RecordReader(
                dialect: dialect, source: source, limits: limits, bufferCapacity: bufferCapacity)
            if let flaw = try mix(&mixed, beside: &single, into: &rows) { return flaw }
            guard whole.error == nil else { return "no error" }
        } catch {
            guard error == whole.error else {
                return "another error: \(error.code) in line \(error.line ?? 0)"
            }
        }
        count += rows.count
        guard rows.count == whole.rows.count else { return "\(rows.count) rows and not \(whole.rows.count)" }
        for (row, other) in zip(rows, whole.rows) where row != other {
            return "another row: \(row) and not \(other)"
        }
        return nil
    }

    private mutating func mix(
        _ mixed: inout RecordReader, beside single: inout RecordReader, into rows: inout [ReadTable.Row]
    ) throws(TableError) -> String? {
        var block = PlainBlock(byteCapacity: byteCapacity, cellCapacity: cellCapacity)
        var record = Record()
        var other = Record()
        while true {
            while try mixed.nextPlain(into: &block, atMost: self.rows) {
                guard block.count <= self.rows else { return "more rows than asked for" }
                plainCount += block.count
                for index in 0..<block.count {
                    block.copy(index, into: &record)
                    rows.append(ReadTable.Row(record))
                    if let flaw = Self.flaw(index, of: block, beside: record) { return flaw }
                    guard try single.next(into: &other) else { return "a record beyond the last" }
                }
                if mixed.line != single.line { return "line \(mixed.line) and not \(single.line)" }
                if mixed.bytesRead != single.bytesRead { return "read ahead in another way" }
            }
            guard try mixed.next(into: &record) else { return nil }
            rows.append(ReadTable.Row(record))
            guard try single.next(into: &other) else { return "a record beyond the last" }
            if mixed.line != single.line { return "line \(mixed.line) and not \(single.line)" }
        }
    }

    /// What a block says otherwise than the record made of it.
    private static func flaw(
        _ index: Int, of block: borrowing PlainBlock, beside record: borrowing Record
    ) -> String? {
        let plain = block.records[index]
        let raw = record.raw
        guard Array(block.bytes[plain.range]) == raw else { return "other bytes" }
        guard plain.hasQuotes == raw.contains(0x22) else { return "quotes" }
        guard plain.isASCII == raw.allSatisfy({ $0 < 0x80 }) else { return "ASCII" }
        guard block.firstNumber + index == record.number, plain.line == record.line else { return "place" }
        guard !raw[(Int(plain.contentEnd - plain.start))...].contains(where: { $0 != 10 && $0 != 13 }) else {
            return "line end"
        }
        guard Int(plain.cellCount) == record.cellCount else { return "cell count" }
        var isRewritten = false
        for cell in -1...record.cellCount {
            let text = block.withCell(cell, of: plain) { span in
                var bytes: [UInt8] = []
                for place in span.indices { bytes.append(span[place]) }
                return String(decoding: bytes, as: UTF8.self)
            }
            guard text == record.text(cell) else { return "cell \(cell)" }
            if block.cell(cell, of: plain)?.isRewritten == true { isRewritten = true }
        }
        return isRewritten == plain.hasRewrittenCells ? nil : "rewritten cells"
    }
}
