/// The pieces of a mail link (RFC 6068).
enum MailLink {
    /// Whether a text begins like the end of a mail link: a question mark, a word, an equals sign.
    static func isTail(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard text.first == "?" else { return false }
        let word = text.dropFirst().prefix { $0.isASCII && ($0.properties.isAlphabetic || $0 == "-") }
        return !word.isEmpty && word.endIndex < text.endIndex && text[word.endIndex] == "="
    }

    /// The end of a mail link behind its address, from the question mark on.
    ///
    /// Before the `@` a question mark is part of the address.
    static func tail(of text: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar>? {
        // An address that is percent-encoded has no @ to begin at.
        let begin = text.firstIndex(of: "@") ?? text.startIndex
        guard let mark = text[begin...].firstIndex(of: "?"), isTail(text[mark...]) else { return nil }
        return text[mark...]
    }

    /// The text without `mailto:` at its beginning, or nil if that does not stand there.
    static func target(_ text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        guard text.count >= 7, text[6] == ":", String(text.prefix(7)).lowercased() == "mailto:" else {
            return nil
        }
        let rest = text.dropFirst(7)
        return Array(rest.starts(with: "//".unicodeScalars) ? rest.dropFirst(2) : rest)
    }

    /// The text with its percent-encoded bytes decoded once, or nil if they are no UTF-8.
    static func decoded(_ text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        var bytes: [UInt8] = []
        let encoded = Array(String(text).utf8)
        var place = 0
        while place < encoded.count {
            if encoded[place] == UInt8(ascii: "%"), place + 2 < encoded.count,
                let high = digit(encoded[place + 1]), let low = digit(encoded[place + 2])
            {
                bytes.append(high << 4 | low)
                place += 3
            } else {
                bytes.append(encoded[place])
                place += 1
            }
        }
        return String(validating: bytes, as: UTF8.self).map { Array($0.unicodeScalars) }
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        UnicodeScalar(byte).properties.isASCIIHexDigit
            ? byte < 0x40 ? byte - 0x30 : (byte | 0x20) - 0x61 + 10 : nil
    }
}
