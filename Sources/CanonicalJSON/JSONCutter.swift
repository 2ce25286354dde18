/// Goes over JSON and finds where its values begin and end (RFC 8259).
///
/// It is as strict as the grammar; only strings with escapes are left to the library.
struct JSONCutter {
    private let bytes: [UInt8]
    /// How far it came.
    private(set) var position = 0
    /// Deeper than any list is, and shallow enough for the stack.
    private static let deepest = 128

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether only white space is left.
    var isAtEnd: Bool {
        mutating get {
            skipSpace()
            return position == bytes.count
        }
    }

    /// The members of the object that begins here; nil if none does.
    mutating func object() -> [JSONMembers.Member]? {
        var members: [JSONMembers.Member] = []
        guard take("{") else { return nil }
        if take("}") { return members }
        repeat {
            skipSpace()
            guard let name = string(), take(":"), let value = text() else { return nil }
            members.append(JSONMembers.Member(name: name, value: value))
        } while take(",")
        return take("}") ? members : nil
    }

    /// The next value as a text: a string as what it says, `null` as nothing, all else as it stands.
    private mutating func text() -> String? {
        skipSpace()
        if current == UInt8(ascii: "\"") { return string() }
        let start = position
        guard skipValue(depth: 1) else { return nil }
        let value = String(decoding: bytes[start..<position], as: UTF8.self)
        return value == "null" ? "" : value
    }

    private mutating func skipValue(depth: Int) -> Bool {
        skipSpace()
        switch current {
        case UInt8(ascii: "\""): return string() != nil
        case UInt8(ascii: "{"): return skipAll(between: "{", "}", depth: depth)
        case UInt8(ascii: "["): return skipAll(between: "[", "]", depth: depth)
        case UInt8(ascii: "t"): return skip("true")
        case UInt8(ascii: "f"): return skip("false")
        case UInt8(ascii: "n"): return skip("null")
        default: return skipNumber()
        }
    }

    private mutating func skipAll(between open: Unicode.Scalar, _ close: Unicode.Scalar, depth: Int) -> Bool {
        guard depth < Self.deepest, take(open) else { return false }
        if take(close) { return true }
        repeat {
            if open == "{" {
                skipSpace()
                guard string() != nil, take(":") else { return false }
            }
            guard skipValue(depth: depth + 1) else { return false }
        } while take(",")
        return take(close)
    }

    /// RFC 8259, section 6.
    private mutating func skipNumber() -> Bool {
        if current == UInt8(ascii: "-") { position += 1 }
        if current == UInt8(ascii: "0") { position += 1 } else if skipDigits() == 0 { return false }
        if current == UInt8(ascii: ".") {
            position += 1
            if skipDigits() == 0 { return false }
        }
        if let sign = current, sign | 0x20 == UInt8(ascii: "e") {
            position += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
            if skipDigits() == 0 { return false }
        }
        return true
    }

    private mutating func skipDigits() -> Int {
        let start = position
        while let byte = current, (0x30...0x39).contains(byte) { position += 1 }
        return position - start
    }

    /// The string that begins here; nil if none does, or if it is not sound.
    private mutating func string() -> String? {
        guard current == UInt8(ascii: "\"") else { return nil }
        let start = position
        var end = start + 1
        var hasEscapes = false
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
            guard bytes[end] >= 0x20 else { return nil }
            if bytes[end] == UInt8(ascii: "\\") {
                hasEscapes = true
                end += 1
            }
            end += 1
        }
        guard end < bytes.count else { return nil }
        let text =
            hasEscapes
            ? JSONMembers.unescaped(bytes[start...end])
            : String(validating: bytes[(start + 1)..<end], as: UTF8.self)
        if text != nil { position = end + 1 }
        return text
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || (0x09...0x0A).contains(byte) || byte == 0x0D {
            position += 1
        }
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        skipSpace()
        guard current == UInt8(ascii: sign) else { return false }
        position += 1
        return true
    }

    private mutating func skip(_ word: StaticString) -> Bool {
        let wanted = Array(word.description.utf8)
        guard bytes[position...].starts(with: wanted) else { return false }
        position += wanted.count
        return true
    }
}
