/// Excel's first line `sep=;`, which names the delimiter of the table below it.
///
/// Capitals and quotes around it are accepted as Excel accepts them; so is `sep=\t` for a tab, which people write.
struct SeparatorLine: Hashable, Sendable {
    /// The delimiter that the line names.
    let delimiter: UInt8
    /// How many bytes the line takes, line end included.
    let length: Int
    /// Whether a line end follows.
    let hasLineEnd: Bool

    /// Reads the line at the beginning of a text; nil if the text begins otherwise.
    init?(parsing text: Span<UInt8>) {
        var position = text.count > 0 && text[0] == ASCII.quote ? 1 : 0
        let isQuoted = position == 1
        for expected in "sep=".utf8 {
            guard position < text.count else { return nil }
            let byte = text[position]
            guard (ASCII.isAlphanumeric(byte) ? byte | 0x20 : byte) == expected else { return nil }
            position += 1
        }
        guard position < text.count, Dialect.isUsable(delimiter: text[position]) else { return nil }
        if text[position] == ASCII.backslash, position + 1 < text.count,
            text[position + 1] == UInt8(ascii: "t")
        {
            delimiter = ASCII.tab
            position += 1
        } else {
            delimiter = text[position]
        }
        position += 1
        if isQuoted {
            guard position < text.count, text[position] == ASCII.quote else { return nil }
            position += 1
        }
        while position < text.count, text[position] == ASCII.space { position += 1 }
        hasLineEnd = position < text.count
        if hasLineEnd {
            guard text[position] == ASCII.lineFeed || text[position] == ASCII.carriageReturn else {
                return nil
            }
            position += LineEnding.length(in: text, at: position, isComplete: true) ?? 1
        }
        length = position
    }
}
