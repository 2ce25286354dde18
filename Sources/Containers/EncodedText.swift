/// Bytes that somebody wrote in an encoding of their own.
enum EncodedText {
    /// UTF-8 if the bytes are that, and else Windows-1252, which every byte is.
    static func decoded(_ bytes: some Collection<UInt8>) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(western(byte)) }
        return String(text)
    }

    /// What a byte means in Windows-1252; the five that it leaves open stand for the control of their number.
    private static func western(_ byte: UInt8) -> Unicode.Scalar {
        (0x80...0x9F).contains(byte) ? high[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }

    private static let high = Array(
        "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
}
