/// Standard Base64 with padding (RFC 4648 section 4), where every value has exactly one spelling.
///
/// Missing padding, line breaks, the URL alphabet and stray bits under the padding are refused, because a
/// second spelling of the same bytes would let a signed text change without its meaning changing.
package enum Base64 {
    /// Writes bytes as Base64.
    package static func encode(_ bytes: some Collection<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var group: UInt32 = 0
        var held = 0
        for byte in bytes {
            group = group << 8 | UInt32(byte)
            held += 1
            if held == 3 {
                append(group, characters: 4, to: &text)
                group = 0
                held = 0
            }
        }
        if held > 0 {
            append(group << UInt32(8 * (3 - held)), characters: held + 1, to: &text)
            text.append(contentsOf: repeatElement(padding, count: 3 - held))
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads Base64 in its one spelling; `nil` for anything else.
    package static func decode(_ text: some StringProtocol) -> [UInt8]? {
        decode(utf8: Array(text.utf8)[...])
    }

    /// Reads the ASCII bytes of Base64 in its one spelling; `nil` for anything else.
    package static func decode(utf8 text: ArraySlice<UInt8>) -> [UInt8]? {
        guard text.count.isMultiple(of: 4) else { return nil }
        let characters = text.dropLast(text.suffix(2).count { $0 == padding })
        // "ab=c" keeps its padding inside and fails below, as padding is not in the alphabet.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var group: UInt32 = 0
        var bits = 0
        for character in characters {
            let value = values[Int(character)]
            guard value < 64 else { return nil }
            group = (group << 6 | UInt32(value)) & 0xFFFF
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: group >> UInt32(bits)))
            }
        }
        let strayBits = group & ((1 << UInt32(bits)) - 1)
        return strayBits == 0 ? bytes : nil
    }

    private static let padding = UInt8(ascii: "=")

    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// For each byte its value in the alphabet, 255 for those that are not in it.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
        return values
    }()

    private static func append(_ group: UInt32, characters: Int, to text: inout [UInt8]) {
        for place in 0..<characters {
            text.append(alphabet[Int(group >> UInt32(18 - 6 * place)) & 0x3F])
        }
    }
}
