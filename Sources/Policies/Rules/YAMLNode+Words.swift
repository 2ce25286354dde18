import StrictYAML

extension YAMLNode {
    /// A text for people: on one line, without control characters, not blank, at most 2000 characters.
    ///
    /// Texts of rules go into spreadsheets, pages and terminals, where a control character could do harm.
    func sentence() throws(YAMLError) -> String {
        let text = try text()
        let sentence = Self.isSpaced(text) ? text : text.split { $0.isWhitespace }.joined(separator: " ")
        guard !sentence.isEmpty else { throw error("expected a text, found nothing") }
        guard sentence.utf8.count <= 2000 else { throw error("the text is longer than 2000 characters") }
        guard !Self.holdsControl(sentence) else { throw error("the text holds a control character") }
        return sentence
    }

    /// Whether a control character stands in a text: U+0000 to U+001F and U+007F to U+009F (Unicode, general category Cc).
    private static func holdsControl(_ text: String) -> Bool {
        let bytes = text.utf8.span
        var previous: UInt8 = 0
        for index in bytes.indices {
            let byte = bytes[index]
            // U+0080 to U+009F are C2 80 to C2 9F in UTF-8.
            if byte < 0x20 || byte == 0x7F || (previous == 0xC2 && byte <= 0x9F) { return true }
            previous = byte
        }
        return false
    }

    /// Whether a text surely has single blanks between words and nowhere else; asked of every text when the program starts.
    private static func isSpaced(_ text: String) -> Bool {
        let bytes = text.utf8.span
        var wasBlank = true
        for index in bytes.indices {
            let byte = bytes[index]
            // The first bytes of every other white space of Unicode (U+0085, U+1680, U+2000 and on, U+3000).
            let mayBeOther = byte < 0x20 || byte == 0xC2 || (0xE1...0xE3).contains(byte)
            let isBlank = byte == 0x20
            if mayBeOther || (isBlank && wasBlank) { return false }
            wasBlank = isBlank
        }
        return !wasBlank
    }

    /// A short name: lower-case letters, digits and inner hyphens, at most 64.
    func slug() throws(YAMLError) -> String {
        let text = try nonEmptyText()
        let isSlug = text.utf8.allSatisfy { byte in
            byte == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        guard isSlug, text.utf8.count <= 64, text.first != "-", text.last != "-" else {
            throw error(
                "expected a short name, found \"\(text.prefix(70))\"", hint: "Use a-z, 0-9 and inner hyphens."
            )
        }
        return text
    }
}
