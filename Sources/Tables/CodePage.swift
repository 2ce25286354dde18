/// What the bytes from 0x80 on stand for where text was written in one byte a character.
///
/// Bytes below 0x80 are ASCII in all of them. Every byte decodes, and each character to the very byte it came from.
struct CodePage: Hashable, Sendable {
    /// What is written for a character that the table does not hold.
    static let substitute: UInt8 = UInt8(ascii: "?")

    /// The characters of the bytes 0x80 to 0xFF.
    private let high: [Unicode.Scalar]

    /// Makes a table of 128 characters.
    init(high: [Unicode.Scalar]) {
        self.high = high
    }

    /// The character that a byte stands for.
    func scalar(of byte: UInt8) -> Unicode.Scalar {
        byte < 0x80 ? Unicode.Scalar(byte) : high[Int(byte) - 0x80]
    }

    /// The byte that stands for a character, or nil if there is none.
    func byte(for scalar: Unicode.Scalar) -> UInt8? {
        if scalar.isASCII { return UInt8(scalar.value) }
        return high.firstIndex(of: scalar).map { UInt8($0 + 0x80) }
    }
}
