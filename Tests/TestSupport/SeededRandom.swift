package import Cryptography
import Synchronization

/// Bytes that look random and are the same in every run: SplitMix64 (Steele, Lea and Flood, 2014).
package final class SeededRandom: RandomSource {
    private let state: Mutex<UInt64>

    /// A source; the same seed gives the same bytes.
    package init(seed: UInt64) { state = Mutex(seed) }

    /// The next bytes.
    package func bytes(_ count: Int) throws(CryptographyError) -> [UInt8] {
        state.withLock { state in
            (0..<count).map { _ in
                state &+= 0x9E37_79B9_7F4A_7C15
                var z = state
                z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
                z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
                return UInt8(truncatingIfNeeded: z ^ (z >> 31))
            }
        }
    }
}
