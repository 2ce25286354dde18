package import Cryptography

/// By what an entry is found: the first twelve bytes of a keyed digest.
///
/// Two of ten million share them by chance with a probability of about 2^-50.
package struct LookUpKey: Hashable, Sendable, Comparable {
    /// How many bytes count.
    package static let byteCount = 12

    /// The first eight bytes as a number, the first byte in the highest place.
    package let high: UInt64
    /// The four bytes after them, likewise.
    package let low: UInt32

    package init(high: UInt64, low: UInt32) { (self.high, self.low) = (high, low) }

    /// The key of a digest.
    package init(_ digest: Digest) {
        self = unsafe digest.withUnsafeBytes { bytes in unsafe LookUpKey(reading: bytes) }
    }

    /// The key that bytes begin with; nil where there are too few.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count >= Self.byteCount else { return nil }
        self = unsafe bytes.withUnsafeBytes { buffer in unsafe LookUpKey(reading: buffer) }
    }

    /// The bytes must be twelve or more.
    init(reading bytes: UnsafeRawBufferPointer) {
        high = unsafe UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))
        low = unsafe UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
    }

    /// In the order of the bytes.
    package static func < (a: LookUpKey, b: LookUpKey) -> Bool {
        a.high != b.high ? a.high < b.high : a.low < b.low
    }
}
