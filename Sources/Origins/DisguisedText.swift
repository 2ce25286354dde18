/// A text without its disguises: percent-decoded, without invisible characters, each character beside the
/// ASCII one that it passes for.
struct DisguisedText {
    /// What is left of the text.
    private(set) var scalars: [Unicode.Scalar] = []
    /// For each scalar the lower-case ASCII character that it passes for, or 0.
    private(set) var letters: [UInt8] = []

    /// Percent signs are decoded up to three times: links are wrapped in links.
    init(_ text: String) {
        var decoded = text
        for _ in 0..<3 {
            guard let once = Self.percentDecoded(decoded) else { break }
            decoded = once
        }
        for scalar in decoded.unicodeScalars where !Lookalikes.isInvisible(scalar) {
            let isFullWidth = (0xFF01...0xFF5E).contains(scalar.value)
            scalars.append(isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
            letters.append(Lookalikes.ascii(scalar) ?? 0)
        }
    }

    /// The text of a range as it stands, in lower case.
    func lowercased(_ range: Range<Int>) -> String {
        spelled(range).lowercased()
    }

    /// The text of a range as it stands.
    func spelled(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }

    /// Whether a word stands at an index; it is ASCII in lower case.
    func stands(_ word: String, at index: Int) -> Bool {
        let bytes = word.utf8
        guard index >= 0, index + bytes.count <= letters.count else { return false }
        return zip(bytes, letters[index...]).allSatisfy { $0 == $1 }
    }

    /// The text with each `%XX` as the byte it stands for, or nil if there is none.
    private static func percentDecoded(_ text: String) -> String? {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return nil }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        var hasDecoded = false
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let high = hexValue(bytes[index + 1]), let low = hexValue(bytes[index + 2])
            {
                result.append(high << 4 | low)
                index += 3
                hasDecoded = true
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return hasDecoded ? String(decoding: result, as: UTF8.self) : nil
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
