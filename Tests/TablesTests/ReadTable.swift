import Tables

/// All that a reader made of an input, in values that can be compared.
struct ReadTable: Equatable {
    struct Row: Equatable {
        var number: Int
        var line: Int
        var cells: [String]
        var raw: [UInt8]
        var encodedRaw: [UInt8]
        var isBlank: Bool
        var hasLineEnd: Bool
        var hasLooseQuotes: Bool
        var unclosedQuoteLine: Int?
        var isNested: Bool
    }

    var dialect: Dialect?
    var prologue: [UInt8] = []
    var rows: [Row] = []
    var error: TableError?

    /// The input, put together again from what was read.
    var reassembled: [UInt8] { rows.reduce(into: prologue) { $0 += $1.encodedRaw } }

    var cells: [[String]] { rows.map(\.cells) }

    var filledRows: [Row] { rows.filter { !$0.isBlank } }

    /// Reads an input after finding out its dialect.
    init(
        detecting bytes: [UInt8], pieceSize: Int = .max, encoding: TextEncoding? = nil,
        delimiter: UInt8? = nil
    ) {
        do throws(TableError) {
            let source = DrippingSource(bytes, pieceSize: pieceSize)
            let reader = try RecordReader(detecting: source, encoding: encoding, delimiter: delimiter)
            read(reader)
        } catch {
            self.error = error
        }
    }

    /// Reads an input in a given dialect.
    init(
        _ bytes: [UInt8], dialect: Dialect, pieceSize: Int = .max, bufferCapacity: Int = 4096,
        limits: RecordReader.Limits = .default
    ) {
        do throws(TableError) {
            let source = DrippingSource(bytes, pieceSize: pieceSize)
            let reader = try RecordReader(
                dialect: dialect, source: source, limits: limits, bufferCapacity: bufferCapacity)
            read(reader)
        } catch {
            self.error = error
        }
    }

    /// Reads text in UTF-8, with commas unless told otherwise.
    init(_ text: String, delimiter: Character = ",", limits: RecordReader.Limits = .default) throws {
        let dialect = try Dialect(delimiter: delimiter.asciiValue ?? 0)
        self.init(Array(text.utf8), dialect: dialect, limits: limits)
    }

    private mutating func read(_ reader: consuming RecordReader) {
        dialect = reader.dialect
        prologue = reader.prologue
        var record = Record()
        do throws(TableError) {
            while try reader.next(into: &record) { rows.append(Row(record)) }
        } catch {
            self.error = error
        }
    }
}

extension ReadTable.Row {
    init(_ record: borrowing Record) {
        number = record.number
        line = record.line
        cells = []
        for index in 0..<record.cellCount { cells.append(record.text(index)) }
        raw = record.raw
        encodedRaw = record.encodedRaw
        isBlank = record.isBlank
        hasLineEnd = record.hasLineEnd
        hasLooseQuotes = record.hasLooseQuotes
        unclosedQuoteLine = record.unclosedQuoteLine
        isNested = record.isNested
    }
}
