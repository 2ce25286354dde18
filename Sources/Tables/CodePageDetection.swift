/// Tells code pages of Western Europe apart where bytes can.
///
/// All bytes are valid in all of them, so only the neighbours of a byte tell what it was meant for. Without such a
/// sign the text is Windows-1252, as the WHATWG Encoding Standard has it even where ISO 8859-1 is named.
enum CodePageDetection {
    /// Names the encoding of a text that is not UTF-8.
    static func encoding(of text: [UInt8]) -> TextEncoding {
        if isMacintosh(text) { return .macintosh }
        if text.contains(where: { (0x80...0x9F).contains($0) }) { return .windows1252 }
        return text.indices.contains { isLatin9Sign(text, at: $0) } ? .latin9 : .windows1252
    }

    /// Whether a byte stands where ISO 8859-15 has a letter or the euro, and ISO 8859-1 a sign that nobody needs there.
    ///
    /// The acute accent (0xB4) is left alone between letters: many people type it for an apostrophe.
    private static func isLatin9Sign(_ text: [UInt8], at index: Int) -> Bool {
        let before = index > 0 ? text[index - 1] : ASCII.nul
        let after = index + 1 < text.count ? text[index + 1] : ASCII.nul
        switch text[index] {
        case 0xA4:
            return true
        case 0xA8, 0xB8, 0xBD:
            return isLetter(before) && isLetter(after)
        case 0xA6, 0xB4, 0xBC, 0xBE:
            return !isLetter(before) && !ASCII.isDigit(before) && before != 0xA0 && ASCII.isSmallLetter(after)
        default:
            return false
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        ASCII.isLetter(byte) || (byte >= 0xC0 && byte != 0xD7 && byte != 0xF7)
    }

    /// Whether a text of lines that end in CR alone has letters where only Mac OS Roman has them.
    ///
    /// Its letters lie from 0x80 to 0x9F, where Windows-1252 has signs; those of Windows-1252 lie from 0xC0 on, where
    /// it has signs. Quotes and dashes of Windows-1252 (0x91 to 0x97), which stand between letters, do not count, nor do
    /// its few letters there.
    private static func isMacintosh(_ text: [UInt8]) -> Bool {
        guard text.contains(ASCII.carriageReturn), !text.contains(ASCII.lineFeed) else { return false }
        var hasSign = false
        for index in text.indices where text[index] >= 0x80 {
            let before = index > 0 ? text[index - 1] : ASCII.nul
            let after = index + 1 < text.count ? text[index + 1] : ASCII.nul
            guard ASCII.isSmallLetter(before) || ASCII.isSmallLetter(after) else { continue }
            switch text[index] {
            case 0xC0...0xFF: return false
            case 0x91...0x97: continue
            case 0x80...0x9F: hasSign = true
            default: continue
            }
        }
        return hasSign
    }
}
