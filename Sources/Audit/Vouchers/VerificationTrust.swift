public import Consent
public import Cryptography
public import Ledger
public import MerkleLog

/// Whom somebody trusts besides the log's own key: whose time, and which witnesses.
public struct VerificationTrust: Sendable {
    /// Certificates of timestamp authorities; nil leaves timestamps unchecked, which is said.
    public var authorities: TimestampAuthorities?
    /// The witnesses of whom enough must have cosigned the checkpoint; nil asks for none.
    public var policy: WitnessPolicy?
    /// The present moment, for saying which certificates have ended.
    public var now: Instant

    /// Trust in nobody else, unless told otherwise.
    public init(
        authorities: TimestampAuthorities? = nil, policy: WitnessPolicy? = nil,
        now: Instant = LedgerContext.system().now()
    ) {
        (self.authorities, self.policy, self.now) = (authorities, policy, now)
    }
}
