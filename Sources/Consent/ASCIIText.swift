/// The bytes of ASCII that addresses are made of, told apart without a look into the tables of Unicode.
enum ASCIIText {
    static let atSign = UInt8(ascii: "@")

    /// Whether there is nothing beyond ASCII.
    static func isASCII(_ bytes: Span<UInt8>) -> Bool {
        var union: UInt8 = 0
        for index in bytes.indices { union |= bytes[index] }
        return union < 0x80
    }

    /// Whether a byte is a letter, a digit or a sign, and no space or control.
    static func isPrinted(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

    /// Whether a byte is one of the letters A to Z, small or capital.
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// Whether a byte is one of 0 to 9.
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// Whether a byte is one of the spaces and ends of lines that are ASCII.
    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

    /// `atext` of RFC 5322 section 3.2.3, and the dot.
    static func isAllowedInLocalPart(_ byte: UInt8) -> Bool {
        if isLetter(byte) || isDigit(byte) { return true }
        guard byte > 0x20, byte < 0x80 else { return false }
        return localSigns[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1
    }

    /// One bit for each of ``!#$%&'*+-/=?^_`{|}~.``, from 0 and from 64 on.
    private static let localSigns: InlineArray<2, UInt64> = {
        var signs: InlineArray<2, UInt64> = [0, 0]
        for sign in "!#$%&'*+-/=?^_`{|}~.".utf8 { signs[Int(sign >> 6)] |= 1 << UInt64(sign & 63) }
        return signs
    }()

    /// Whether no dot stands first, last or twice in a row.
    static func hasDotsBetween(_ bytes: Span<UInt8>) -> Bool {
        var isAfterDot = true
        for index in bytes.indices {
            let isDot = bytes[index] == UInt8(ascii: ".")
            if isDot, isAfterDot { return false }
            isAfterDot = isDot
        }
        return !isAfterDot
    }

    /// Whether a scalar is an ASCII letter or digit.
    static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.isASCII else { return false }
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        return isLetter(byte) || isDigit(byte)
    }

    /// Whether a scalar may separate the addresses of a cell, or set a part of it off; most cells have none.
    static func cutsCells(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\n", ",", ";", "|", "/", ":", "\"", "(", "<", "?": true
        default: false
        }
    }
}
