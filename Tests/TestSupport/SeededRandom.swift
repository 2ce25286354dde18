package import Cryptography
import Synchronization

/// Randomness that is the same in every run: SplitMix64 (Steele, Lea and Flood, 2014).
package final class SeededRandom: RandomSource, RandomNumberGenerator {
    private let state: Mutex<UInt64>

    /// A source; the same seed gives the same numbers.
    package init(seed: UInt64) { state = Mutex(seed) }

    /// The next number.
    package func next() -> UInt64 {
        state.withLock { state in
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    /// The next bytes.
    package func bytes(_ count: Int) throws(CryptographyError) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) }
    }
}
