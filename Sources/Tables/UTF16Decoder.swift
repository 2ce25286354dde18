/// Turns UTF-16 into UTF-8 without losing anything, piece by piece.
///
/// Well-formed UTF-16 and UTF-8 hold the same texts, so `OutputEncoder` gives back the very same bytes.
enum UTF16Decoder {
    /// Decodes what can be decoded and leaves in `bytes` what needs more bytes to mean something.
    ///
    /// - Returns: what is wrong, or nil if all was well-formed so far. `text` ends before the flaw.
    static func decode(
        _ bytes: inout [UInt8], as encoding: TextEncoding, isLast: Bool, into text: inout [UInt8]
    ) -> UTF16Flaw? {
        let lowByte = encoding == .utf16LittleEndian ? 0 : 1
        var position = 0
        decoding: while position + 1 < bytes.count {
            let unit = unit(of: bytes, at: position, lowByte: lowByte)
            switch unit {
            case 0xD800...0xDBFF:
                guard position + 3 < bytes.count else {
                    if isLast {
                        bytes.removeSubrange(0..<position)
                        return .loneSurrogate
                    }
                    break decoding
                }
                let low = self.unit(of: bytes, at: position + 2, lowByte: lowByte)
                guard (0xDC00...0xDFFF).contains(low) else {
                    bytes.removeSubrange(0..<position)
                    return .loneSurrogate
                }
                append(0x10000 + ((unit & 0x3FF) << 10 | low & 0x3FF), to: &text)
                position += 4
            case 0xDC00...0xDFFF:
                bytes.removeSubrange(0..<position)
                return .loneSurrogate
            default:
                append(unit, to: &text)
                position += 2
            }
        }
        bytes.removeSubrange(0..<position)
        return isLast && !bytes.isEmpty ? .oddByte : nil
    }

    private static func unit(of bytes: [UInt8], at position: Int, lowByte: Int) -> UInt32 {
        UInt32(bytes[position + lowByte]) | UInt32(bytes[position + 1 - lowByte]) << 8
    }

    /// Appends the UTF-8 of a code point that is no surrogate.
    private static func append(_ codePoint: UInt32, to text: inout [UInt8]) {
        func tail(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(codePoint >> shift & 0x3F) }
        switch codePoint {
        case 0..<0x80:
            text.append(UInt8(codePoint))
        case 0x80..<0x800:
            text.append(0xC0 | UInt8(codePoint >> 6))
            text.append(tail(0))
        case 0x800..<0x10000:
            text.append(0xE0 | UInt8(codePoint >> 12))
            text.append(tail(6))
            text.append(tail(0))
        default:
            text.append(0xF0 | UInt8(codePoint >> 18 & 0x07))
            text.append(tail(12))
            text.append(tail(6))
            text.append(tail(0))
        }
    }
}
