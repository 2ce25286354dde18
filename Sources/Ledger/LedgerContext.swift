public import Consent
package import Cryptography
import Glibc

/// What a ledger takes from outside: time and randomness, so that tests and yesterday can set them.
public struct LedgerContext: Sendable {
    /// The present moment.
    public let now: @Sendable () -> Instant
    package let random: any RandomSource
    /// How a kek that is wrapped is opened.
    package let unlocking: KeyUnlocking
    /// Called once when another process holds the ledger and this one waits.
    public let onWait: @Sendable () -> Void

    package init(
        now: @escaping @Sendable () -> Instant, random: any RandomSource,
        unlocking: KeyUnlocking = KeyUnlocking(), onWait: @escaping @Sendable () -> Void = {}
    ) {
        self.unlocking = unlocking
        self.now = now
        self.random = random
        self.onWait = onWait
    }

    /// The system's clock and OpenSSL's randomness.
    ///
    /// - Parameters:
    ///   - unlocking: How a kek that is wrapped is opened.
    ///   - onWait: Called once when another process holds the ledger and this one waits.
    public static func system(
        unlocking: KeyUnlocking = .unattended, onWait: @escaping @Sendable () -> Void = {}
    ) -> LedgerContext {
        LedgerContext(
            now: { Instant(seconds: Int64(time(nil))) }, random: SystemRandom(), unlocking: unlocking,
            onWait: onWait)
    }
}
