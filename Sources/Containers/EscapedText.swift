/// Text of a workbook with its own escapes: `_x000D_` is a carriage return (ECMA-376 part 1, section 22.9.2.19).
enum EscapedText {
    /// The text that is meant.
    static func decoded(_ bytes: some Collection<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
        var units: [UInt16] = []
        var rest = Array(text.utf16)[...]
        while let unit = rest.first {
            if let escaped = escape(at: rest) {
                units.append(escaped)
                rest = rest.dropFirst(7)
            } else {
                units.append(unit)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// The unit of an escape that begins here, or nil.
    private static func escape(at rest: ArraySlice<UInt16>) -> UInt16? {
        let units = Array(rest.prefix(7))
        guard units.count == 7, units[0] == 0x5F, units[1] == 0x78, units[6] == 0x5F else { return nil }
        return UInt16(String(decoding: units[2..<6], as: UTF16.self), radix: 16)
    }
}
