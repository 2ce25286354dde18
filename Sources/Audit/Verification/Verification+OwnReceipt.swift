public import Ledger
import MerkleLog

extension Verification {
    /// Verifies a receipt that a ledger is said to have given: by its keys, and against its log.
    ///
    /// Who has a key from before a change can sign a receipt of another history; the log that lies here tells it.
    ///
    /// - Parameters:
    ///   - path: A C2SP tlog-proof.
    ///   - ledger: The ledger.
    ///   - trust: Which witnesses are trusted.
    public static func receipt(_ path: String, of ledger: Ledger, trust: VerificationTrust) throws
        -> Verification
    {
        let keys = try ledger.keySuccession
        var result = try of(path, key: ledger.verifierKey, transitions: keys.transitions, trust: trust)
        guard let claimed = result.checkpoint?.head else { return result }
        if try claimed.size > ledger.checkpoint.head.size || ledger.root(of: claimed.size) != claimed.root {
            result.find(path, "the log here does not extend the checkpoint of \(claimed.size) entries in it")
        }
        return result
    }
}
