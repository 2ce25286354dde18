/// Text in UTF-8 that was once read as Latin-1 or Windows-1252 and saved so (`PrÃ©nom`, `Ã‰tiquettes`).
enum MisreadText {
    /// The text as it was meant; the text itself where nothing shows that it was misread.
    ///
    /// For recognition only: what is written out stays as it came.
    static func mended(_ text: String) -> String {
        guard mayBeMisread(text) else { return text }
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            if let byte = UInt8(exactly: scalar.value) {
                bytes.append(byte)
            } else if let byte = windows[scalar] {
                bytes.append(byte)
            } else {
                return text
            }
        }
        return String(validating: bytes, as: UTF8.self) ?? text
    }

    /// Whether a letter stands in the text as which the first byte of UTF-8 is misread: `Â`, `Ã`, `Ä`, `Å` or `â`.
    private static func mayBeMisread(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.value &- 0xC2 < 4 || $0.value == 0xE2 }
    }

    /// The bytes from 0x80 to 0x9F that Windows-1252 reads as other characters than Latin-1.
    private static let windows: [Unicode.Scalar: UInt8] = {
        let characters = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ"
        var table: [Unicode.Scalar: UInt8] = [:]
        for (offset, scalar) in characters.unicodeScalars.enumerated() where scalar.value > 0xFF {
            table[scalar] = UInt8(truncatingIfNeeded: 0x80 + offset)
        }
        return table
    }()
}
