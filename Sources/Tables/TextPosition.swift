/// A place in the text as people count it: line and column, both from 1.
struct TextPosition: Hashable, Sendable {
    var line: Int
    var column = 1

    /// The very beginning.
    static let start = TextPosition(line: 1)

    /// Moves on over the text before `offset`.
    ///
    /// LF, CR and CRLF each end one line. Columns count Unicode scalars; in Windows-1252 each byte is one.
    func advanced(over text: Span<UInt8>, to offset: Int, in encoding: TextEncoding) -> TextPosition {
        var position = self
        var previous = ASCII.nul
        for index in 0..<min(offset, text.count) {
            let byte = text[index]
            switch byte {
            case ASCII.lineFeed where previous == ASCII.carriageReturn:
                break
            case ASCII.lineFeed, ASCII.carriageReturn:
                position = TextPosition(line: position.line + 1)
            default:
                let continuesCharacter = encoding != .windows1252 && byte & 0xC0 == 0x80
                position.column += continuesCharacter ? 0 : 1
            }
            previous = byte
        }
        return position
    }
}
