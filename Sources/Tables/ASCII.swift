/// The bytes that give a table its structure.
enum ASCII {
    static let nul: UInt8 = 0x00
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    /// Ctrl-Z, with which DOS programs end a file.
    static let endOfFile: UInt8 = 0x1A
    static let space: UInt8 = 0x20
    static let quote: UInt8 = UInt8(ascii: "\"")
    static let comma: UInt8 = UInt8(ascii: ",")
    static let semicolon: UInt8 = UInt8(ascii: ";")
    static let backslash: UInt8 = UInt8(ascii: "\\")
    static let verticalBar: UInt8 = UInt8(ascii: "|")

    /// Whether the byte is a letter, lower-cased by its sixth bit, or a digit.
    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    /// Whether the byte is one of the letters A to Z, small or capital.
    static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    /// Whether the byte is one of the letters a to z.
    static func isSmallLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }

    /// Whether the byte is one of 0 to 9.
    static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Whether the byte is a control that no text needs: all of C0 but the white space 0x09 to 0x0D, and DEL.
    static func isStrayControl(_ byte: UInt8) -> Bool {
        byte == 0x7F || (byte < space && !(0x09...0x0D).contains(byte))
    }
}
