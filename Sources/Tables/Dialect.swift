/// How a table is written down: everything needed to read it, and to write rows that look the same.
///
/// Quotes are always `"`, doubled inside of a quoted cell (RFC 4180, section 2).
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

    /// Makes a dialect out of its parts.
    ///
    /// - Throws: `unusableDelimiter` for anything but a tab or a printable ASCII sign that is no letter, digit or
    ///   quotation mark.
    public init(
        encoding: TextEncoding = .utf8, hasByteOrderMark: Bool = false, delimiter: UInt8 = UInt8(ascii: ","),
        hasSeparatorLine: Bool = false, lineEnding: LineEnding = .lf
    ) throws(TableError) {
        guard Dialect.isUsable(delimiter: delimiter) else { throw .unusableDelimiter }
        self.encoding = encoding
        self.hasByteOrderMark = hasByteOrderMark
        self.delimiter = delimiter
        self.hasSeparatorLine = hasSeparatorLine
        self.lineEnding = lineEnding
    }

    /// Whether a byte can stand between cells without being mistaken for their content.
    static func isUsable(delimiter: UInt8) -> Bool {
        delimiter == ASCII.tab
            || ((0x20...0x7E).contains(delimiter) && delimiter != ASCII.quote
                && !ASCII.isAlphanumeric(delimiter))
    }
}
