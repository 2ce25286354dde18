/// Writes records in a given dialect.
///
/// Cells are quoted where RFC 4180, section 2, asks for it, and nowhere else.
public struct RecordWriter: Sendable {
    /// How the table is written down.
    public let dialect: Dialect
    /// How many characters were written as something else so far: those that Windows-1252 does not hold, and NULs,
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
        if dialect.hasByteOrderMark, dialect.encoding != .windows1252 {
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
        for (index, cell) in cells.enumerated() {
            if index > 0 { text.append(dialect.delimiter) }
            appendCell(cell)
        }
        text.append(contentsOf: dialect.lineEnding.bytes)
        encoder.append(text[...], to: &output)
    }

    /// Appends a record as it was read, byte by byte, with more cells behind its last one.
    ///
    /// It keeps its own line end. If it was read with another encoding or delimiter, its cells are written anew.
    /// The added cells are defused (`neutralisingFormula`): they are ours, and nobody may have them run.
    public mutating func append(
        raw record: borrowing Record, addingCells added: [String], to output: inout [UInt8]
    ) {
        text.removeAll(keepingCapacity: true)
        let isVerbatim =
            record.dialect?.encoding == dialect.encoding && record.dialect?.delimiter == dialect.delimiter
        if isVerbatim {
            record.appendEncoded(record.bytes.dropLast(record.lineEndLength), to: &output)
        } else {
            for index in 0..<record.cellCount {
                if index > 0 { text.append(dialect.delimiter) }
                appendCell(record.content(at: index))
            }
        }
        for cell in added {
            text.append(dialect.delimiter)
            appendCell(neutralisingFormula(cell).utf8)
        }
        if record.hasLineEnd {
            text.append(contentsOf: record.bytes.suffix(record.lineEndLength))
        } else {
            text.append(contentsOf: dialect.lineEnding.bytes)
        }
        encoder.append(text[...], to: &output)
    }

    /// Appends one cell to `text`, quoted if it has to be.
    private mutating func appendCell(_ cell: some Collection<UInt8>) {
        let needsQuotes = cell.contains { byte in
            byte == dialect.delimiter || byte == ASCII.quote || byte == ASCII.lineFeed
                || byte == ASCII.carriageReturn
        }
        if needsQuotes { text.append(ASCII.quote) }
        for byte in cell {
            switch byte {
            case ASCII.nul:
                // No reader of tables takes a NUL, ours included.
                nulCount += 1
                text.append(Windows1252.substitute)
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
