import Tables

/// Reads a table in several ways and holds what comes out against what must always be true.
struct TableCheck {
    let bytes: [UInt8]
    let encoding: TextEncoding?
    let delimiter: UInt8?
    let limits: RecordReader.Limits
    let bufferCapacity: Int

    /// - Parameter choice: which encoding and delimiter to force, if any, and how narrow limits and buffer are.
    init(_ bytes: [UInt8], choice: UInt8) {
        self.bytes = bytes
        let encodings: [TextEncoding?] = [nil, nil] + TextEncoding.allCases
        encoding = encodings[Int(choice & 7) % encodings.count]
        delimiter = choice & 0x08 == 0 ? nil : UInt8(ascii: ";")
        limits =
            choice & 0x10 == 0
            ? .default
            : RecordReader.Limits(maxCellBytes: 24, maxRecordBytes: 64, maxCells: 6, maxCellLines: 3)
        bufferCapacity = choice & 0x20 == 0 ? 64 : 16
    }

    func run() {
        let dialect: Dialect
        do {
            dialect = try DialectDetection.detect(
                prefix: bytes, isWholeInput: true, encoding: encoding, delimiter: delimiter)
        } catch {
            precondition(!error.what.isEmpty && !error.hint.isEmpty, "an error without words")
            return
        }
        _ = TableRemark.remarks(on: bytes, in: dialect)
        let whole = read(dialect, capacity: 16 * 1024)
        let pieces = read(dialect, capacity: bufferCapacity)
        precondition(whole == pieces, "read differently through a smaller buffer")
    }

    /// Reads all records, and returns what must not depend on the buffer.
    private func read(_ dialect: Dialect, capacity: Int) -> Reading {
        var reading = Reading()
        do throws(TableError) {
            var reader = try RecordReader(
                dialect: dialect, source: InMemorySource(bytes), limits: limits, bufferCapacity: capacity)
            var output = reader.prologue
            var record = Record()
            var writer = RecordWriter(dialect: dialect)
            var line = 0
            do throws(TableError) {
                while try reader.next(into: &record) {
                    reading.count += 1
                    check(record, number: reading.count, after: line)
                    line = record.line
                    let before = output.count
                    record.appendEncodedRaw(to: &output)
                    precondition(output.count > before, "a record without progress")
                    for index in 0..<record.cellCount { reading.note(record, index) }
                    var written: [UInt8] = []
                    writer.append(raw: record, addingCells: ["x"], to: &written)
                    precondition(!written.isEmpty, "a record that cannot be written")
                }
            } catch {
                reading.error = error
                precondition((error.line ?? 1) >= max(line, 1), "an error before the last record")
            }
            precondition(bytes.starts(with: output), "bytes were changed")
            precondition(reading.error != nil || output.count == bytes.count, "bytes were lost")
            precondition(reader.allocatedBytes < 64 << 20, "memory without bound")
        } catch {
            reading.error = error
        }
        return reading
    }

    private func check(_ record: borrowing Record, number: Int, after line: Int) {
        precondition(record.number == number, "a record was skipped")
        precondition(record.line > 0 && record.line >= line, "lines run backwards")
        precondition(record.cellCount > 0, "a record without a cell")
        precondition(
            record.unclosedQuoteLine == nil || record.hasLooseQuotes,
            "an unclosed quote that nobody is told of")
        precondition(
            (record.unclosedQuoteLine ?? record.line) >= record.line, "a quote that opens above its record")
        _ = record.isBlank
    }
}
