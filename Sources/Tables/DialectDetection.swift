/// Finds out how a table is written down from the bytes at its beginning.
public enum DialectDetection {
    /// How many bytes of a longer input are enough to look at.
    public static let prefixLength = 64 * 1024

    /// Names the dialect of a table.
    ///
    /// Encoding: a byte order mark decides; else UTF-16 shows by its zero bytes; else what is valid UTF-8 is UTF-8;
    /// else it has one byte a character: Windows-1252, unless the bytes stand where only Latin-9 or Mac OS Roman have
    /// letters (`CodePageDetection`). Which other code page it may be cannot be known from bytes: `TableRemark` says
    /// so. What comes after the prefix is not looked at: if it is not valid in that encoding, reading fails there.
    ///
    /// Delimiter: an Excel line `sep=;` decides; else the candidate among comma, semicolon, tab and vertical bar
    /// that cuts the records of the prefix most evenly, the last hundred of them; a table of one column has the comma.
    ///
    /// Habits of some programs are taken for what they are where that makes the rows more even, and only there:
    /// backslashes before quotes and delimiters, spaces before quotes, and whole records in one cell each.
    ///
    /// - Parameters:
    ///   - prefix: the beginning of the input; `prefixLength` bytes are enough.
    ///   - isWholeInput: whether nothing follows. If something does, the prefix may end anywhere.
    ///   - encoding: the encoding to assume whatever the bytes look like.
    ///   - delimiter: the delimiter to assume whatever the rows look like.
    /// - Throws: `emptyInput`; `notText` for a file of another kind; `nulByte` and `invalidEncoding` with line and
    ///   column; `unusableDelimiter`.
    public static func detect(
        prefix: [UInt8], isWholeInput: Bool, encoding: TextEncoding? = nil, delimiter: UInt8? = nil
    ) throws(TableError) -> Dialect {
        guard !prefix.isEmpty else { throw .emptyInput }
        if let format = BinaryFormat(recognising: prefix) { throw .notText(format) }
        let encoding =
            if let encoding { encoding } else {
                try EncodingDetection.encoding(of: prefix, isWholeInput: isWholeInput)
            }

        var text = prefix
        if encoding.isWide {
            var undecoded = prefix
            text.removeAll(keepingCapacity: true)
            // Damage is left to the reader, which says where it is.
            _ = UTF16Decoder.decode(&undecoded, as: encoding, isLast: false, into: &text)
        }
        let hasMark = text.starts(with: TextEncoding.byteOrderMark)
        var start = hasMark ? TextEncoding.byteOrderMark.count : 0
        let separatorLine = SeparatorLine(parsing: text.span.extracting(droppingFirst: start))
        start += separatorLine?.length ?? 0

        let rows = text[start...]
        let (dialect, shape) = try DelimiterDetection.dialect(
            of: rows, isComplete: isWholeInput, delimiter: delimiter ?? separatorLine?.delimiter)
        return try dialect.with(
            encoding: encoding, hasByteOrderMark: hasMark, hasSeparatorLine: separatorLine != nil,
            lineEnding: shape.lineEnding ?? LineEnding(endingFirstLineOf: text) ?? .lf)
    }
}
