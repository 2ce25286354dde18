/// A quick look at bytes that tells whether a closer one could find something.
///
/// It errs on one side only: where it answers no, none of the needles stands in the text, not in capitals, not
/// in look-alike letters, not with invisible characters strewn in, not percent-encoded, not as a JSON escape.
struct SignalPrefilter: Sendable {
    /// What a reference to LinkedIn cannot do without: `linkedin` and its look-alikes, `lnkd.in`, URNs, bare
    /// paths, member hashes, and the escapes of JSON (percent signs are looked for in any case).
    static let referenceNeedles = ["nked", "nkd.in", "urn:li", "in/", "acwaa", "acoaa", "\\u0"]
    /// Finds texts that may refer to LinkedIn.
    static let references = SignalPrefilter(needles: referenceNeedles)

    /// The last eight bytes of a needle, and the bits that count of a window as long.
    private struct Needle {
        var value: UInt64 = 0
        var mask: UInt64 = 0
    }

    /// Sorted by their last bytes.
    private let needles: [Needle]
    /// For each byte the place of the first needle that ends with it or a greater one; one more for the end.
    private let starts: [Int]

    /// - Parameter needles: ASCII in lower case, not empty.
    init(needles: some Sequence<String>) {
        var found: [Needle] = []
        for text in needles {
            var needle = Needle()
            for byte in text.utf8.suffix(8) {
                needle.value = needle.value << 8 | UInt64(byte)
                needle.mask = needle.mask << 8 | 0xFF
            }
            if needle.mask != 0 { found.append(needle) }
        }
        found.sort { ($0.mask, $0.value) < ($1.mask, $1.value) }
        var kept: [Needle] = []
        // What a shorter needle finds, no longer one need look for, nor the same one twice.
        for long in found where !kept.contains(where: { long.value & $0.mask == $0.value }) {
            kept.append(long)
        }
        self.needles = kept.sorted { ($0.value & 0xFF, $0.value) < ($1.value & 0xFF, $1.value) }
        var starts = [Int](repeating: 0, count: 257)
        for needle in self.needles {
            for byte in Int(needle.value & 0xFF) + 1...256 { starts[byte] += 1 }
        }
        self.starts = starts
    }

    /// Whether one of the needles may stand in the text.
    ///
    /// - Parameter bytes: UTF-8, or an encoding that keeps ASCII in its place; anything else in it is harmless.
    func mayMatch(_ bytes: Span<UInt8>) -> Bool {
        var window: UInt64 = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let folded: UInt8
            if byte < 0x80 {
                index += 1
                if byte == UInt8(ascii: "%"), Self.isHex(bytes, index), Self.isHex(bytes, index + 1) {
                    return true
                }
                folded = byte &- 0x41 < 26 ? byte | 0x20 : byte
            } else {
                let (scalar, length) = Self.scalar(bytes, at: index)
                index += length
                guard let scalar else {
                    // A soft hyphen of Windows-1252; every other stray byte ends a word.
                    if byte != 0xAD { window = window << 8 }
                    continue
                }
                if Lookalikes.isInvisible(scalar) { continue }
                folded = Lookalikes.ascii(scalar) ?? 0
            }
            window = window << 8 | UInt64(folded)
            var candidate = starts[Int(folded)]
            let end = starts[Int(folded) + 1]
            while candidate < end {
                if window & needles[candidate].mask == needles[candidate].value { return true }
                candidate += 1
            }
        }
        return false
    }

    private static func isHex(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
        guard index < bytes.count else { return false }
        let byte = bytes[index]
        return byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6
    }

    /// The scalar that begins at an index, or nil with a length of 1 where none does.
    private static func scalar(
        _ bytes: Span<UInt8>, at index: Int
    ) -> (scalar: Unicode.Scalar?, length: Int) {
        let lead = bytes[index]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC2, lead < 0xF5, index + length <= bytes.count else { return (nil, 1) }
        var value = UInt32(lead) & (0x7F >> UInt32(length))
        for offset in 1..<length {
            let byte = bytes[index + offset]
            guard byte & 0xC0 == 0x80 else { return (nil, 1) }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        guard let scalar = Unicode.Scalar(value) else { return (nil, 1) }
        return (scalar, length)
    }
}

extension SignalPrefilter {
    /// Whether one of the needles may stand in a text.
    func mayMatch(_ text: String) -> Bool { mayMatch(text.utf8.span) }
}
