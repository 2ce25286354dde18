/// What stands before the first record: a byte order mark, a separator line, both or nothing.
struct Prologue: Hashable, Sendable {
    /// How many bytes of the text it takes.
    let length: Int
    /// How many lines it ends.
    let lineCount: Int
    /// The bytes as they stand in the input.
    let encoded: [UInt8]

    /// Finds what the dialect says there is, if it is there.
    init(of text: [UInt8], in dialect: Dialect) {
        var length = 0
        var lineCount = 0
        // A mark in UTF-8 is taken for one even if the text is then read with a code page: no list begins with "ï»¿".
        if dialect.hasByteOrderMark, text.starts(with: TextEncoding.byteOrderMark) {
            length = TextEncoding.byteOrderMark.count
        }
        if dialect.hasSeparatorLine,
            let line = SeparatorLine(parsing: text.span.extracting(droppingFirst: length))
        {
            length += line.length
            lineCount = line.hasLineEnd ? 1 : 0
        }
        var encoded: [UInt8] = []
        if dialect.encoding.isWide {
            var encoder = OutputEncoder(dialect.encoding)
            encoder.append(text[..<length], to: &encoded)
        } else {
            encoded.append(contentsOf: text[..<length])
        }
        self.length = length
        self.lineCount = lineCount
        self.encoded = encoded
    }
}
