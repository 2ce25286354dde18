public import Consent
public import Cryptography

/// A trusted timestamp that the ledger keeps: by then the log had its first so many entries, as they are.
public struct KeptTimestamp: Hashable, Sendable {
    /// How many entries the stamped checkpoint has.
    public let size: UInt64
    /// What the authority signed.
    public let token: TimestampToken
    /// The latest moment that the token allows.
    public var stampedAt: Instant { Instant(seconds: token.stampedAt) }
}
