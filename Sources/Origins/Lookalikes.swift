/// Characters that pass for the letters and marks of an address on LinkedIn.
///
/// A small table on purpose: what can disguise `linkedin.com/in/…` and the words of a source column, not
/// the whole of Unicode's confusables (UTS #39), which would fold innocent words into each other.
enum Lookalikes {
    /// The lower-case ASCII character that a scalar passes for, or nil.
    ///
    /// ASCII stands for itself, without its case.
    static func ascii(_ scalar: Unicode.Scalar) -> UInt8? {
        let value = scalar.value
        switch value {
        case 0x41...0x5A: return UInt8(truncatingIfNeeded: value + 0x20)
        case 0..<0x80: return UInt8(truncatingIfNeeded: value)
        case 0xFF01...0xFF5E:  // full-width forms
            return Unicode.Scalar(value - 0xFEE0).flatMap(ascii)
        case 0x24B6...0x24CF: return UInt8(truncatingIfNeeded: value - 0x24B6 + 0x61)  // circled capitals
        case 0x24D0...0x24E9: return UInt8(truncatingIfNeeded: value - 0x24D0 + 0x61)  // circled small
        case 0x1D400...0x1D6A3:  // mathematical alphabets, each A to Z and a to z
            return UInt8(truncatingIfNeeded: (value - 0x1D400) % 26 + 0x61)
        default: return table[value]
        }
    }

    /// Whether a scalar leaves no trace on the screen: joiners, directions, soft hyphens, byte order marks.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x34F, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F,
            0xFE00...0xFE0F, 0xFEFF:
            true
        default: false
        }
    }

    private static let table: [UInt32: UInt8] = {
        let pairs: [(Character, String)] = [
            ("a", "аАɑαΑᴀ"), ("c", "сСϲⅽⅭᴄ"), ("d", "ԁⅾⅮᴅɗđ"), ("e", "еЕҽεΕᴇ"), ("h", "һНΗ"),
            ("i", "іІıİɩɪιΙⅰⅠᎥ"), ("j", "јЈ"), ("k", "кКĸκΚᴋ\u{212A}"), ("l", "ӏӀłŁʟⅼⅬℓ"),
            ("m", "мМΜⅿⅯᴍ"), ("n", "пηΝոɴ"), ("o", "оОοΟօᴏ"), ("p", "рРρΡ"), ("r", "гʀ"), ("s", "ѕЅꜱ"),
            ("t", "тТτΤᴛ"), ("u", "υսᴜ"), ("v", "νѵᴠ"), ("x", "хХχΧ"), ("y", "уҮγ"),
            (".", "。｡․"), ("/", "⁄∕⧸"), (":", "։ː"),
        ]
        var table: [UInt32: UInt8] = [:]
        for (ascii, lookalikes) in pairs {
            for scalar in lookalikes.unicodeScalars { table[scalar.value] = ascii.asciiValue }
        }
        return table
    }()
}
