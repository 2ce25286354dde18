/// Reads the canonical form of RFC 8785 straight from its bytes, as nearly every record is written.
///
/// What it reads is canonical beyond doubt: no white space, names of ASCII in rising order, no escapes, integers in
/// their one form. Whatever else there may be is nil here and is left to the plain way, which reads it or refuses it.
struct CanonicalReader {
    private let bytes: [UInt8]
    private var position = 0
    /// Deeper than any record is, and shallow enough for the stack.
    private static let deepest = 64
    /// Digits of the greatest integer.
    private static let longestNumber = 16

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The value of a whole text; nil for one that is to be read in the plain way.
    static func value(of bytes: [UInt8]) -> JSONValue? {
        var reader = CanonicalReader(bytes)
        guard let value = reader.value(depth: 0), reader.position == bytes.count else { return nil }
        return value
    }

    private mutating func value(depth: Int) -> JSONValue? {
        guard depth < Self.deepest, position < bytes.count else { return nil }
        switch bytes[position] {
        case UInt8(ascii: "\""): return string().map { .string($0.text) }
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "t"): return take("true") ? .boolean(true) : nil
        case UInt8(ascii: "f"): return take("false") ? .boolean(false) : nil
        case UInt8(ascii: "n"): return take("null") ? .null : nil
        default: return number()
        }
    }

    private mutating func object(depth: Int) -> JSONValue? {
        var members: [JSONValue.Member] = []
        position += 1
        if take(UInt8(ascii: "}")) { return .object(members) }
        repeat {
            guard let name = string(), name.isASCII, take(UInt8(ascii: ":")) else { return nil }
            // Of ASCII the order of code units is that of texts, and equal names are not in order.
            if let last = members.last, last.name >= name.text { return nil }
            guard let value = value(depth: depth + 1) else { return nil }
            members.append(JSONValue.Member(name.text, value))
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "}")) ? .object(members) : nil
    }

    private mutating func array(depth: Int) -> JSONValue? {
        var items: [JSONValue] = []
        position += 1
        if take(UInt8(ascii: "]")) { return .array(items) }
        repeat {
            guard let item = value(depth: depth + 1) else { return nil }
            items.append(item)
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "]")) ? .array(items) : nil
    }

    /// The string that begins here, if it stands there as it is.
    private mutating func string() -> (text: String, isASCII: Bool)? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        let start = position
        var all: UInt8 = 0
        while position < bytes.count, case let byte = bytes[position], byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { return nil }
            if byte == UInt8(ascii: "\\") { return escapedString(from: start).map { ($0, false) } }
            all |= byte
            position += 1
        }
        let content = bytes[start..<position]
        guard take(UInt8(ascii: "\"")) else { return nil }
        guard all < 0x80 else {
            return String(validating: content, as: UTF8.self).map { ($0, false) }
        }
        return (String(decoding: content, as: UTF8.self), true)
    }

    /// The rest of a string in which an escape stands at the present place, as texts of several lines have them.
    ///
    /// Only the escapes of two characters that RFC 8785 section 3.2.2.2 writes; whatever else there may be is left to the
    /// plain way.
    private mutating func escapedString(from start: Int) -> String? {
        var content = Array(bytes[start..<position])
        while position < bytes.count, case let byte = bytes[position], byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { return nil }
            position += 1
            guard byte == UInt8(ascii: "\\") else {
                content.append(byte)
                continue
            }
            guard position < bytes.count, let meant = Self.meaning(ofEscape: bytes[position]) else {
                return nil
            }
            content.append(meant)
            position += 1
        }
        guard take(UInt8(ascii: "\"")) else { return nil }
        return String(validating: content, as: UTF8.self)
    }

    /// What the letter after a backslash stands for; nil where the canonical form has no such escape.
    private static func meaning(ofEscape letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): letter
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "r"): 0x0D
        default: nil
        }
    }

    private mutating func number() -> JSONValue? {
        let isNegative = take(UInt8(ascii: "-"))
        let start = position
        var value: Int64 = 0
        while position < bytes.count, case let byte = bytes[position],
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        {
            guard position - start < Self.longestNumber else { return nil }
            value = value * 10 + Int64(byte - UInt8(ascii: "0"))
            position += 1
        }
        guard position > start, value <= JSONValue.greatestInteger else { return nil }
        // Zero has one digit and no sign, and nothing else begins with it.
        if bytes[start] == UInt8(ascii: "0"), position > start + 1 || isNegative { return nil }
        return .integer(isNegative ? -value : value)
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func take(_ word: StaticString) -> Bool {
        let end = position + word.utf8CodeUnitCount
        guard end <= bytes.count, bytes[position..<end].elementsEqual(word.description.utf8) else {
            return false
        }
        position = end
        return true
    }
}
