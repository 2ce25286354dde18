import CVectors

/// What 64 bytes are, one bit a byte, the first byte lowest.
struct StretchMasks {
    /// How many bytes are looked at together.
    static let width = 64

    let quotes: UInt64
    let delimiters: UInt64
    let lineFeeds: UInt64
    /// Carriage returns, where there may be some.
    let returns: UInt64
    let nuls: UInt64
    /// Bytes beyond ASCII.
    let high: UInt64

    /// Whether all are delimiters, line feeds or ASCII without a meaning.
    var isPlain: Bool { quotes | returns | nuls | high == 0 }

    /// Looks at the 64 bytes from `offset` on, which have to be there.
    @inline(__always)
    init(of text: Span<UInt8>, at offset: Int, delimiter: UInt8) {
        let bytes = Self.load(text, at: offset)
        quotes = Self.bits(bytes) { $0 .== SIMD16(repeating: ASCII.quote) }
        delimiters = Self.bits(bytes) { $0 .== SIMD16(repeating: delimiter) }
        lineFeeds = Self.bits(bytes) { $0 .== SIMD16(repeating: ASCII.lineFeed) }
        high = Self.bits(bytes) { $0 .>= SIMD16(repeating: 0x80) }
        // Most lists have neither; one look finds both.
        let low = Self.bits(bytes) { $0 .<= SIMD16(repeating: ASCII.carriageReturn) }
        guard low & ~lineFeeds & ~delimiters != 0 else {
            (returns, nuls) = (0, 0)
            return
        }
        returns = Self.bits(bytes) { $0 .== SIMD16(repeating: ASCII.carriageReturn) }
        nuls = Self.bits(bytes) { $0 .== SIMD16(repeating: ASCII.nul) }
    }

    private typealias Bytes = (SIMD16<UInt8>, SIMD16<UInt8>, SIMD16<UInt8>, SIMD16<UInt8>)

    @inline(__always)
    private static func load(_ text: Span<UInt8>, at offset: Int) -> Bytes {
        let stretch = unsafe text.extracting(offset..<offset + width).bytes
        return unsafe (
            stretch.unsafeLoadUnaligned(fromUncheckedByteOffset: 0, as: SIMD16<UInt8>.self),
            stretch.unsafeLoadUnaligned(fromUncheckedByteOffset: 16, as: SIMD16<UInt8>.self),
            stretch.unsafeLoadUnaligned(fromUncheckedByteOffset: 32, as: SIMD16<UInt8>.self),
            stretch.unsafeLoadUnaligned(fromUncheckedByteOffset: 48, as: SIMD16<UInt8>.self)
        )
    }

    @inline(__always)
    private static func bits(
        _ bytes: Bytes, where isMeant: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>
    ) -> UInt64 {
        bits(isMeant(bytes.0)) | bits(isMeant(bytes.1)) << 16 | bits(isMeant(bytes.2)) << 32
            | bits(isMeant(bytes.3)) << 48
    }

    /// One bit for each of sixteen answers.
    ///
    /// Swift alone takes three times as long for it, gathering the bits by multiplication.
    @inline(__always)
    private static func bits(_ mask: SIMDMask<SIMD16<Int8>>) -> UInt64 {
        cvectors_high_bits(unsafe unsafeBitCast(mask, to: SIMD2<Int64>.self))
    }

    /// Which bytes stand within quotes, opening quotes included and closing ones not: the parity of the quotes so far.
    @inline(__always)
    func quoted(after carry: UInt64) -> UInt64 {
        guard quotes != 0 else { return carry }
        var parity = quotes
        parity ^= parity << 1
        parity ^= parity << 2
        parity ^= parity << 4
        parity ^= parity << 8
        parity ^= parity << 16
        parity ^= parity << 32
        return parity ^ carry
    }
}
