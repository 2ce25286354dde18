import StrictYAML

extension YAMLNode {
    /// A text for people: on one line, without control characters, not blank, at most 2000 characters.
    ///
    /// Texts of rules go into spreadsheets, pages and terminals, where a control character could do harm.
    func sentence() throws(YAMLError) -> String {
        let words = try text().split { $0.isWhitespace }
        let sentence = words.joined(separator: " ")
        guard !sentence.isEmpty else { throw error("expected a text, found nothing") }
        guard sentence.utf8.count <= 2000 else { throw error("the text is longer than 2000 characters") }
        let isClean = sentence.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        guard isClean else { throw error("the text holds a control character") }
        return sentence
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
