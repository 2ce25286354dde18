/// One record of a table, in memory that is used again for the next one.
///
/// The raw bytes are the file's own; cells are unescaped and always UTF-8, whatever the file's encoding.
/// An index beyond the last cell stands for an empty cell, since rows of real lists are ragged.
public struct Record: ~Copyable, Sendable {
    /// Which record of the input it is, from 1, blank ones counted.
    public internal(set) var number = 0
    /// The physical line on which it begins, from 1.
    public internal(set) var line = 0
    /// Whether bytes followed a closing quote and were taken as part of the cell.
    ///
    /// That happens in sloppy exports, but also where a quote opens by mistake.
    ///
    /// It holds for every record with an `unclosedQuoteLine`, too.
    public internal(set) var hasLooseQuotes = false
    /// The physical line, from 1, of the first quote of the record that opens a cell and never closes; else nil.
    ///
    /// The cell is read up to the end of its line, without that quote, and the next line is read as the next record.
    public var unclosedQuoteLine: Int? { unclosedQuoteOffset.map { line + $0 } }
    /// Whether the record stood as a whole in one cell of another table, as `Dialect.nestedDelimiter` tells.
    ///
    /// Its cells are those of the inner record; its bytes are those of the file, as always.
    public internal(set) var isNested = false

    /// How the input is written down.
    var dialect: Dialect?
    /// The record as it stood: UTF-8 (also for UTF-16) or that of a code page, line end included.
    var bytes: [UInt8] = []
    /// Content of cells that is not a stretch of `bytes`: unescaped or decoded.
    var rewritten: [UInt8] = []
    var cells: [CellRange] = []
    var lineEndLength = 0
    /// How many bytes of padding stand between the last cell and the end of the input.
    var paddingLength = 0
    /// How many line ends of the record stand before the first quote that never closes.
    var unclosedQuoteOffset: Int?
    /// Line ends inside of quoted cells.
    var innerLineCount = 0
    /// All bytes or-ed together, of which only the highest bit is of use.
    var byteUnion: UInt8 = 0

    /// Makes a record to read into.
    public init() {}

    /// How many cells there are; an empty line has one, which is empty.
    public var cellCount: Int { cells.count }

    /// Whether the record ended in a line end; only the last one may lack it.
    public var hasLineEnd: Bool { lineEndLength > 0 }

    /// The bytes of the record as they stood, line end included; for UTF-16 the UTF-8 that they became.
    public var raw: [UInt8] { bytes }

    /// The bytes of the record as they stood in the file, in every encoding.
    public var encodedRaw: [UInt8] {
        var output: [UInt8] = []
        appendEncodedRaw(to: &output)
        return output
    }

    /// Appends the bytes of the record as they stood in the file, line end included.
    public func appendEncodedRaw(to output: inout [UInt8]) {
        appendEncoded(bytes[...], to: &output)
    }

    /// Appends a stretch of `bytes` in the encoding of the file.
    func appendEncoded(_ stretch: ArraySlice<UInt8>, to output: inout [UInt8]) {
        if let dialect, dialect.encoding.isWide {
            var encoder = OutputEncoder(dialect.encoding)
            encoder.append(stretch, to: &output)
        } else {
            output.append(contentsOf: stretch)
        }
    }

    /// How many bytes of memory the record holds on to.
    package var allocatedBytes: Int {
        bytes.capacity + rewritten.capacity + cells.capacity * MemoryLayout<CellRange>.stride
    }

    /// Notes that a quote opens after the line ends so far and never closes.
    mutating func noteUnclosedQuote() {
        hasLooseQuotes = true
        if unclosedQuoteOffset == nil { unclosedQuoteOffset = innerLineCount }
    }

    /// Forgets the content, but keeps the memory.
    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        rewritten.removeAll(keepingCapacity: true)
        cells.removeAll(keepingCapacity: true)
        hasLooseQuotes = false
        unclosedQuoteOffset = nil
        isNested = false
        lineEndLength = 0
        paddingLength = 0
        innerLineCount = 0
        byteUnion = 0
    }
}
