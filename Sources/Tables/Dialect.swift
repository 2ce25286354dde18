/// How a table is written down: everything needed to read it, and to write rows that look the same.
///
/// Quotes are always `"`, doubled inside of a quoted cell (RFC 4180, section 2); the habits of some programs are
/// exceptions that each dialect names.
public struct Dialect: Hashable, Sendable {
    /// The encoding of the text.
    public let encoding: TextEncoding
    /// Whether the input begins with U+FEFF.
    public let hasByteOrderMark: Bool
    /// The ASCII byte between two cells.
    public let delimiter: UInt8
    /// Whether the first line is Excel's `sep=;`, which names the delimiter and is no record.
    public let hasSeparatorLine: Bool
    /// What most of the first records end in; each record keeps its own.
    public let lineEnding: LineEnding
    /// Whether `\"`, `\,` and `\\` stand for the sign behind the backslash, as MySQL and PHP write them.
    public let hasBackslashEscapes: Bool
    /// Whether spaces stand between delimiters and quotes: `"a", "b"`.
    public let hasSpacedQuotes: Bool
    /// The delimiter of the records that stand as a whole in one cell each, or nil.
    ///
    /// A table that was opened with the wrong delimiter and saved again has them: `"a;""b"";c"`, or `a;b;c,,`.
    /// `delimiter` is then the outer one, with which more cells can be put behind a record.
    public let nestedDelimiter: UInt8?

    /// Makes a dialect out of its parts.
    ///
    /// - Throws: `unusableDelimiter` for anything but a tab or a printable ASCII sign that is no letter, digit or
    ///   quotation mark.
    public init(
        encoding: TextEncoding = .utf8, hasByteOrderMark: Bool = false, delimiter: UInt8 = UInt8(ascii: ","),
        hasSeparatorLine: Bool = false, lineEnding: LineEnding = .lf, hasBackslashEscapes: Bool = false,
        hasSpacedQuotes: Bool = false, nestedDelimiter: UInt8? = nil
    ) throws(TableError) {
        guard Dialect.isUsable(delimiter: delimiter), nestedDelimiter != delimiter,
            nestedDelimiter.map(Dialect.isUsable) ?? true
        else { throw .unusableDelimiter }
        self.encoding = encoding
        self.hasByteOrderMark = hasByteOrderMark
        self.delimiter = delimiter
        self.hasSeparatorLine = hasSeparatorLine
        self.lineEnding = lineEnding
        self.hasBackslashEscapes = hasBackslashEscapes
        self.hasSpacedQuotes = hasSpacedQuotes
        self.nestedDelimiter = nestedDelimiter
    }

    /// The same dialect with other parts.
    func with(
        encoding: TextEncoding? = nil, hasByteOrderMark: Bool? = nil, hasSeparatorLine: Bool? = nil,
        lineEnding: LineEnding? = nil, hasBackslashEscapes: Bool? = nil, hasSpacedQuotes: Bool? = nil
    ) throws(TableError) -> Dialect {
        try Dialect(
            encoding: encoding ?? self.encoding, hasByteOrderMark: hasByteOrderMark ?? self.hasByteOrderMark,
            delimiter: delimiter, hasSeparatorLine: hasSeparatorLine ?? self.hasSeparatorLine,
            lineEnding: lineEnding ?? self.lineEnding,
            hasBackslashEscapes: hasBackslashEscapes ?? self.hasBackslashEscapes,
            hasSpacedQuotes: hasSpacedQuotes ?? self.hasSpacedQuotes, nestedDelimiter: nestedDelimiter)
    }

    /// What finds the records, and within them the cells or the one cell that holds the inner record.
    func scanner(within limits: RecordReader.Limits) -> RecordScanner {
        RecordScanner(
            delimiter: delimiter, limits: limits,
            hasBackslashEscapes: hasBackslashEscapes && nestedDelimiter == nil,
            hasSpacedQuotes: hasSpacedQuotes && nestedDelimiter == nil)
    }

    /// What finds the cells of the inner records; nil if there are none.
    func nestedScanner(within limits: RecordReader.Limits) -> RecordScanner? {
        nestedDelimiter.map {
            RecordScanner(
                delimiter: $0, limits: limits, hasBackslashEscapes: hasBackslashEscapes,
                hasSpacedQuotes: hasSpacedQuotes)
        }
    }

    /// Whether records of both dialects look the same, line ends and what precedes them left aside.
    func writesCells(like other: Dialect) -> Bool {
        encoding == other.encoding && delimiter == other.delimiter && nestedDelimiter == other.nestedDelimiter
            && hasBackslashEscapes == other.hasBackslashEscapes && hasSpacedQuotes == other.hasSpacedQuotes
    }

    /// Whether a byte can stand between cells without being mistaken for their content.
    static func isUsable(delimiter: UInt8) -> Bool {
        delimiter == ASCII.tab
            || ((0x20...0x7E).contains(delimiter) && delimiter != ASCII.quote
                && !ASCII.isAlphanumeric(delimiter))
    }
}
