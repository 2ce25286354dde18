/// Writes records in a given dialect.
///
/// Cells are quoted where RFC 4180, section 2, asks for it, and nowhere else.
public struct RecordWriter: Sendable {
    /// How the table is written down.
    public let dialect: Dialect
    /// How many characters were written as something else so far: those that the encoding does not hold, and NULs,
    /// both as `?`.
    public var lossCount: Int { encoder.lossCount + nulCount }

    private var encoder: OutputEncoder
    private var nulCount = 0
    /// UTF-8 on its way into the output; its memory is used again.
    private var text: [UInt8] = []

    /// Makes a writer for a dialect.
    public init(dialect: Dialect) {
        self.dialect = dialect
        encoder = OutputEncoder(dialect.encoding)
    }

    /// Appends what the dialect puts before the first record: byte order mark and separator line.
    public mutating func appendPrologue(to output: inout [UInt8]) {
        text.removeAll(keepingCapacity: true)
        if dialect.hasByteOrderMark, dialect.encoding.codePage == nil {
            text.append(contentsOf: TextEncoding.byteOrderMark)
        }
        if dialect.hasSeparatorLine {
            text.append(contentsOf: "sep=".utf8)
            text.append(dialect.delimiter)
            text.append(contentsOf: dialect.lineEnding.bytes)
        }
        encoder.append(text[...], to: &output)
    }

    /// Appends a record of these cells.
    ///
    /// A record of no cells is an empty line, which reads as one empty cell.
    public mutating func append(cells: [String], to output: inout [UInt8]) {
        append(utf8Cells: cells.map(\.utf8), to: &output)
    }

    /// Appends a record of cells that are UTF-8; what is not becomes U+FFFD.
    public mutating func append(utf8Cells cells: [some Collection<UInt8>], to output: inout [UInt8]) {
        text.removeAll(keepingCapacity: true)
        if let nestedDelimiter = dialect.nestedDelimiter {
            appendNested(cells, delimiter: nestedDelimiter)
        } else {
            for (index, cell) in cells.enumerated() {
                if index > 0 { text.append(dialect.delimiter) }
                appendCell(
                    cell, delimiter: dialect.delimiter, hasBackslashEscapes: dialect.hasBackslashEscapes)
            }
        }
        text.append(contentsOf: dialect.lineEnding.bytes)
        encoder.append(text[...], to: &output)
    }

    /// Appends a record as it was read, byte by byte, with more cells behind its last one.
    ///
    /// It keeps its own line end. If it was read in another dialect, its cells are written anew, and so they are if a
    /// quote in it never closes: the new cells, and the rows below, would else end up in that cell. Behind a record
    /// that stands in a cell of its own, they are cells of the outer table.
    /// The added cells are defused (`neutralisingFormula`): they are ours, and nobody may have them run.
    public mutating func append(
        raw record: borrowing Record, addingCells added: [String], to output: inout [UInt8]
    ) {
        text.removeAll(keepingCapacity: true)
        let isVerbatim =
            record.dialect?.writesCells(like: dialect) == true && record.unclosedQuoteOffset == nil
        if isVerbatim {
            record.appendEncoded(
                record.bytes.dropLast(record.lineEndLength + record.paddingLength), to: &output)
        } else if let nestedDelimiter = dialect.nestedDelimiter {
            appendNested((0..<record.cellCount).map { record.content(at: $0) }, delimiter: nestedDelimiter)
        } else {
            for index in 0..<record.cellCount {
                if index > 0 { text.append(dialect.delimiter) }
                appendCell(
                    record.content(at: index), delimiter: dialect.delimiter,
                    hasBackslashEscapes: dialect.hasBackslashEscapes)
            }
        }
        let hasBackslashEscapes = dialect.hasBackslashEscapes && dialect.nestedDelimiter == nil
        for cell in added {
            text.append(dialect.delimiter)
            appendCell(
                neutralisingFormula(cell).utf8, delimiter: dialect.delimiter,
                hasBackslashEscapes: hasBackslashEscapes)
        }
        if record.hasLineEnd {
            text.append(contentsOf: record.bytes.suffix(record.lineEndLength))
        } else {
            text.append(contentsOf: dialect.lineEnding.bytes)
        }
        encoder.append(text[...], to: &output)
    }

    /// What ``append(raw:addingCells:to:)`` writes for some added cells, in UTF-8.
    package func encoded(addedCells added: [String]) -> [UInt8] {
        var copy = self
        copy.text = []
        for cell in added {
            copy.text.append(dialect.delimiter)
            copy.appendCell(
                neutralisingFormula(cell).utf8, delimiter: dialect.delimiter,
                hasBackslashEscapes: dialect.hasBackslashEscapes)
        }
        return copy.text
    }

    /// Appends a record of a block as ``append(raw:addingCells:to:)`` does, with a number and further cells behind it.
    ///
    /// - Parameter tail: The further cells, from ``encoded(addedCells:)``.
    package func append(
        _ record: PlainRecord, of block: borrowing PlainBlock, addingNumber number: UInt64,
        tail: ArraySlice<UInt8>, to output: inout [UInt8]
    ) {
        output.append(contentsOf: block.bytes[Int(record.start)..<Int(record.contentEnd)])
        output.append(dialect.delimiter)
        Self.append(number, to: &output)
        output.append(contentsOf: tail)
        if record.lineEndLength > 0 {
            output.append(contentsOf: block.bytes[Int(record.contentEnd)..<Int(record.end)])
        } else {
            output.append(contentsOf: dialect.lineEnding.bytes)
        }
    }

    private static func append(_ number: UInt64, to output: inout [UInt8]) {
        // From the last digit to the first; no number has more than twenty.
        var digits = InlineArray<20, UInt8>(repeating: 0)
        var first = digits.count
        var rest = number
        repeat {
            first -= 1
            digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
        output.append(addingCapacity: digits.count - first) {
            for place in first..<digits.count { $0.append(digits[place]) }
        }
    }

    /// Appends one cell that holds a whole record of another delimiter.
    private mutating func appendNested(_ cells: [some Collection<UInt8>], delimiter: UInt8) {
        let outer = text
        text.removeAll(keepingCapacity: true)
        for (index, cell) in cells.enumerated() {
            if index > 0 { text.append(delimiter) }
            appendCell(cell, delimiter: delimiter, hasBackslashEscapes: dialect.hasBackslashEscapes)
        }
        let inner = text
        text = outer
        appendCell(inner, delimiter: dialect.delimiter, hasBackslashEscapes: false)
    }

    /// Appends one cell to `text`, quoted if it has to be.
    private mutating func appendCell(
        _ cell: some Collection<UInt8>, delimiter: UInt8, hasBackslashEscapes: Bool
    ) {
        let needsQuotes = cell.contains { byte in
            byte == delimiter || byte == ASCII.quote || byte == ASCII.lineFeed
                || byte == ASCII.carriageReturn
        }
        if needsQuotes { text.append(ASCII.quote) }
        for byte in cell {
            switch byte {
            case ASCII.nul:
                // No reader of tables takes a NUL, ours included.
                nulCount += 1
                text.append(CodePage.substitute)
            case ASCII.backslash where hasBackslashEscapes:
                text.append(byte)
                text.append(byte)
            case ASCII.quote:
                text.append(byte)
                text.append(byte)
            default:
                text.append(byte)
            }
        }
        if needsQuotes { text.append(ASCII.quote) }
    }
}
