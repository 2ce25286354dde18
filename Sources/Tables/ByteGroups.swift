/// Which groups of sixteen bytes of a text hold some bytes that are looked for: a quick look over much text that tells
/// where a closer one is worth while.
///
/// It errs on one side only: what it looks for stands in no group that it does not name.
package struct ByteGroups: Sendable {
    /// What is looked for; letters are found in both cases, and each byte beyond ASCII is found as well.
    package struct Signs: Sendable {
        let singles: InlineArray<4, SIMD16<UInt8>>
        let pairs: InlineArray<4, SIMD16<UInt8>>

        /// Four bytes by themselves, and two pairs of bytes that follow each other; letters as small ones.
        package init(_ singles: InlineArray<4, UInt8>, pairs: InlineArray<4, UInt8>) {
            self.singles = InlineArray { SIMD16(repeating: singles[$0]) }
            self.pairs = InlineArray { SIMD16(repeating: pairs[$0]) }
        }
    }

    /// One bit a group, the first group lowest.
    private var bits: [UInt64] = []
    private static let width = 16

    /// Knows of no text yet.
    package init() {}

    /// Looks for signs in a text.
    package mutating func find(_ signs: Signs, in text: Span<UInt8>) {
        bits.removeAll(keepingCapacity: true)
        var (word, place): (UInt64, UInt64) = (0, 0)
        var offset = 0
        while offset < text.count {
            // The last bytes are too few to be loaded at once, and so they count as found.
            let isFound = offset + Self.width >= text.count || Self.holds(signs, text, at: offset)
            word |= (isFound ? 1 : 0) &<< place
            place += 1
            if place == 64 {
                bits.append(word)
                (word, place) = (0, 0)
            }
            offset += Self.width
        }
        bits.append(word)
    }

    /// Whether some sign may stand in a stretch of the text.
    package func mayHold(_ range: Range<Int>) -> Bool {
        guard !range.isEmpty else { return false }
        let (first, last) = (range.lowerBound / Self.width, (range.upperBound - 1) / Self.width)
        guard first >= 0, last / 64 < bits.count else { return true }
        for group in first...last where bits[group >> 6] &>> UInt64(group & 63) & 1 != 0 { return true }
        return false
    }

    @inline(__always)
    private static func holds(_ signs: Signs, _ text: Span<UInt8>, at offset: Int) -> Bool {
        let stretch = unsafe text.extracting(offset..<offset + width + 1).bytes
        let bytes = unsafe stretch.unsafeLoadUnaligned(fromUncheckedByteOffset: 0, as: SIMD16<UInt8>.self)
        let next = unsafe stretch.unsafeLoadUnaligned(fromUncheckedByteOffset: 1, as: SIMD16<UInt8>.self)
        let caseless = bytes | SIMD16(repeating: 0x20)
        let nextCaseless = next | SIMD16(repeating: 0x20)
        // The highest bit tells of bytes beyond ASCII. Masks are joined as bytes: as masks they would be taken apart.
        var found = bytes & SIMD16(repeating: 0x80)
        for index in signs.singles.indices { found |= equal(bytes, signs.singles[index]) }
        found |= equal(caseless, signs.pairs[0]) & equal(nextCaseless, signs.pairs[1])
        found |= equal(caseless, signs.pairs[2]) & equal(nextCaseless, signs.pairs[3])
        let answer = unsafe unsafeBitCast(found, to: SIMD2<UInt64>.self)
        return answer[0] | answer[1] != 0
    }

    /// All bits of each byte that both have, else none.
    @inline(__always)
    private static func equal(_ bytes: SIMD16<UInt8>, _ others: SIMD16<UInt8>) -> SIMD16<UInt8> {
        unsafe unsafeBitCast(bytes .== others, to: SIMD16<UInt8>.self)
    }
}
