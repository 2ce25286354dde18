/// A place in the text as people count it: line and column, both from 1.
struct TextPosition: Hashable, Sendable {
    var line: Int
    var column = 1

    /// The very beginning.
    static let start = TextPosition(line: 1)

    /// Moves on over the text before `offset`.
    ///
    /// Columns count Unicode scalars; in an encoding of one byte a character each byte is one.
    func advanced(over text: Span<UInt8>, to offset: Int, in encoding: TextEncoding) -> TextPosition {
        var position = self
        let hasTails = encoding.codePage == nil
        var index = 0
        while index < min(offset, text.count) {
            let byte = text[index]
            if byte == ASCII.lineFeed || byte == ASCII.carriageReturn {
                position = TextPosition(line: position.line + 1)
                index += LineEnding.length(in: text, at: index, isComplete: true) ?? 1
                continue
            }
            position.column += hasTails && byte & 0xC0 == 0x80 ? 0 : 1
            index += 1
        }
        return position
    }
}
