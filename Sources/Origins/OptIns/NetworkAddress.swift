/// Whether a text is an address from which somebody could have signed up.
enum NetworkAddress {
    /// Whether it has the form of one and is not the machine itself: tools write `0.0.0.0` where they know none.
    ///
    /// The last part may be blotted out (`192.0.2.x`), as data protection asks for.
    static func isOfSomebody(_ text: String) -> Bool {
        if let isPlain = plainVersion4(text) { return isPlain }
        guard text.utf8.count <= 64 else { return false }
        let trimmed = text.drop { $0.isWhitespace }
        let bare = trimmed.prefix { !$0.isWhitespace && $0 != "," && $0 != "/" && $0 != "%" }
        return bare.contains(":") ? isVersion6(bare) : isVersion4(bare)
    }

    /// Four plain numbers with dots between, as nearly all are; nil where the text is to be looked at more closely.
    private static func plainVersion4(_ text: String) -> Bool? {
        var (parts, digits, value, first) = (1, 0, 0, 0)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9") where digits < 3:
                value = value * 10 + Int(byte - UInt8(ascii: "0"))
                digits += 1
            case UInt8(ascii: ".") where digits > 0 && value < 256 && parts < 4:
                if parts == 1 { first = value }
                (parts, digits, value) = (parts + 1, 0, 0)
            default: return nil
            }
        }
        guard parts == 4, digits > 0, value < 256 else { return nil }
        return first != 0 && first != 127
    }

    private static func isVersion4(_ text: Substring) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4, let first = UInt8(parts[0]) else { return false }
        if first == 0 || first == 127 { return false }
        return parts.dropFirst().allSatisfy {
            UInt8($0) != nil || ["x", "xx", "xxx", "*"].contains($0.lowercased())
        }
    }

    private static func isVersion6(_ text: Substring) -> Bool {
        let bytes = text.utf8
        guard bytes.count(where: { $0 == UInt8(ascii: ":") }) >= 2 else { return false }
        let isWritten = bytes.allSatisfy { byte in
            switch byte {
            case 0x30...0x3A, 0x41...0x46, 0x61...0x66, UInt8(ascii: "."): true
            default: false
            }
        }
        // `::` is nobody's, and `::1` the machine's own.
        return isWritten && text.contains { !"0:1.".contains($0) }
    }
}
