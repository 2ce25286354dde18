/// The table of Windows-1252.
///
/// After the WHATWG Encoding Standard (index-windows-1252): the five bytes that Microsoft left undefined stand for
/// the C1 control of the same number, so that every byte decodes and comes back unchanged.
enum Windows1252 {
    /// What is written for a character that the table does not hold.
    static let substitute: UInt8 = UInt8(ascii: "?")

    /// The characters of the bytes 0x80 to 0x9F.
    private static let high: [Unicode.Scalar] = [
        "\u{20AC}", "\u{81}", "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
        "\u{02C6}", "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", "\u{8D}", "\u{017D}", "\u{8F}",
        "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
        "\u{02DC}", "\u{2122}", "\u{0161}", "\u{203A}", "\u{0153}", "\u{9D}", "\u{017E}", "\u{0178}",
    ]

    /// The character that a byte stands for.
    static func scalar(of byte: UInt8) -> Unicode.Scalar {
        (0x80...0x9F).contains(byte) ? high[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }

    /// The byte that stands for a character, or nil if there is none.
    static func byte(for scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0...0x7F, 0xA0...0xFF: UInt8(scalar.value)
        default: high.firstIndex(of: scalar).map { UInt8($0 + 0x80) }
        }
    }

    /// Whether Microsoft's table leaves the byte undefined: real text does not hold it.
    static func isUndefined(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x81, 0x8D, 0x8F, 0x90, 0x9D: true
        default: false
        }
    }
}
