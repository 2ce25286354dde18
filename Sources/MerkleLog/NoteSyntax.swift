/// The rules of C2SP signed-note that text, names and signature lines share.
enum NoteSyntax {
    static let newline = UInt8(ascii: "\n")

    /// An em dash (U+2014) and a space, which begin a signature line.
    static let signaturePrefix: [UInt8] = Array("\u{2014} ".utf8)

    /// Tells whether a key may have this name: not empty, no Unicode space, no plus, nothing unprintable.
    static func isName(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy { scalar in
                scalar != "+" && scalar.value >= 0x20 && !scalar.properties.isWhitespace
            }
    }

    /// Tells whether bytes may stand in a note: no ASCII control character but the newline.
    static func isPlain(_ bytes: some Sequence<UInt8>) -> Bool {
        bytes.allSatisfy { $0 >= 0x20 || $0 == newline }
    }

    /// Compares byte for byte.
    ///
    /// Swift's `==` on strings also equates different spellings of one character, which a signature does not.
    static func isSame(_ left: String, _ right: String) -> Bool {
        left.utf8.elementsEqual(right.utf8)
    }
}
