extension CodePage {
    /// Windows-1252: Western Europe on Windows.
    ///
    /// After the WHATWG Encoding Standard (index-windows-1252): the five bytes that Microsoft left undefined stand for
    /// the C1 control of the same number, as in ISO 8859-1, so that every byte decodes and comes back unchanged.
    static let windows1252 = CodePage(high: c1ofWindows + latin1)

    /// ISO 8859-15, "Latin-9": Latin-1 with the euro and seven letters in the place of signs that few people use.
    static let latin9 = CodePage(
        high: (0x80...0x9F).map { Unicode.Scalar(UInt8($0)) }
            + latin1.map { latin9Changes[$0] ?? $0 })

    /// Mac OS Roman: what Excel for the Mac calls "CSV (Macintosh)".
    ///
    /// After the WHATWG Encoding Standard (index-macintosh).
    static let macintosh = CodePage(high: macintoshRows.flatMap { Array($0.unicodeScalars) })

    /// The bytes 0xA0 to 0xFF of ISO 8859-1, which are the first characters of Unicode.
    private static let latin1 = (0xA0...0xFF).map { Unicode.Scalar(UInt8($0)) }

    /// The bytes 0x80 to 0x9F of Windows-1252.
    private static let c1ofWindows: [Unicode.Scalar] = [
        "\u{20AC}", "\u{81}", "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
        "\u{02C6}", "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", "\u{8D}", "\u{017D}", "\u{8F}",
        "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
        "\u{02DC}", "\u{2122}", "\u{0161}", "\u{203A}", "\u{0153}", "\u{9D}", "\u{017E}", "\u{0178}",
    ]

    /// What ISO 8859-15 has instead of a sign of ISO 8859-1.
    private static let latin9Changes: [Unicode.Scalar: Unicode.Scalar] = [
        "\u{A4}": "\u{20AC}", "\u{A6}": "\u{0160}", "\u{A8}": "\u{0161}", "\u{B4}": "\u{017D}",
        "\u{B8}": "\u{017E}", "\u{BC}": "\u{0152}", "\u{BD}": "\u{0153}", "\u{BE}": "\u{0178}",
    ]

    /// Sixteen bytes a row, from 0x80.
    private static let macintoshRows = [
        "ÄÅÇÉÑÖÜáàâäãåçéè",
        "êëíìîïñóòôöõúùûü",
        "†°¢£§•¶ß®©™\u{B4}\u{A8}≠ÆØ",
        "∞±≤≥¥µ∂∑∏π∫ªºΩæø",
        "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ",
        "–—“”‘’÷◊ÿŸ\u{2044}€‹›ﬁﬂ",
        "‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ",
        "\u{F8FF}ÒÚÛÙı\u{2C6}\u{2DC}\u{AF}\u{2D8}\u{2D9}\u{2DA}\u{B8}\u{2DD}\u{2DB}\u{2C7}",
    ]
}
