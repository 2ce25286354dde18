import Cryptography

/// Hashes bytes to 64 bits under a key that lives as long as the run, so that nobody who writes a list can choose what
/// collides.
///
/// The products of wyhash (W. Yi, 2019), not a cryptographic hash: an answer that must be right is compared besides.
struct KeyedHash: Sendable {
    private let key: (first: UInt64, second: UInt64)

    private static let salt: UInt64 = 0xA076_1D64_78BD_642F

    /// A key of its own.
    init() throws(CryptographyError) {
        let random = try SystemRandom().bytes(16)
        let words = (0..<2).map { word in
            random[word * 8..<word * 8 + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        }
        key = (words[0], words[1])
    }

    /// The hash of some bytes.
    func hash(_ bytes: Span<UInt8>) -> UInt64 {
        var state = key.first ^ UInt64(truncatingIfNeeded: bytes.count)
        var index = 0
        while index < bytes.count {
            let end = min(index + 8, bytes.count)
            var word: UInt64 = 0
            while index < end {
                word = word << 8 | UInt64(bytes[index])
                index += 1
            }
            state = Self.mix(state ^ word, key.second ^ Self.salt)
        }
        return Self.mix(state, key.second)
    }

    /// The hash of some words.
    func hash(_ words: Span<UInt64>) -> UInt64 {
        var state = key.first
        for index in words.indices { state = Self.mix(state ^ words[index], key.second ^ Self.salt) }
        return Self.mix(state, key.second)
    }

    @inline(__always)
    private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        return product.high ^ product.low ^ a
    }
}
