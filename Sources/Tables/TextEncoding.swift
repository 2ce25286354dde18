/// The encodings that lists come in.
///
/// Raw values are the names of the WHATWG Encoding Standard, except that Windows-1252 keeps its usual capital. Text
/// in ISO 8859-1 counts as Windows-1252, which holds all of it.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    /// Unicode in bytes, ASCII being a part of it.
    case utf8 = "UTF-8"
    /// Unicode in two-byte units, low byte first: what Excel calls "Unicode text".
    case utf16LittleEndian = "UTF-16LE"
    /// Unicode in two-byte units, high byte first.
    case utf16BigEndian = "UTF-16BE"
    /// Western Europe before Unicode: what Excel calls "CSV".
    case windows1252 = "Windows-1252"
    /// Western Europe with the euro, on Unix: Latin-9.
    case latin9 = "ISO-8859-15"
    /// Western Europe on old Macs: what Excel calls "CSV (Macintosh)".
    case macintosh = "macintosh"

    /// Whether text in this encoding has to be turned into UTF-8 before it can be read byte by byte.
    var isWide: Bool {
        self == .utf16LittleEndian || self == .utf16BigEndian
    }

    /// The table of an encoding with one byte a character; nil for Unicode.
    var codePage: CodePage? {
        switch self {
        case .utf8, .utf16LittleEndian, .utf16BigEndian: nil
        case .windows1252: .windows1252
        case .latin9: .latin9
        case .macintosh: .macintosh
        }
    }

    /// U+FEFF in UTF-8, as it stands before the text once that is readable byte by byte.
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
