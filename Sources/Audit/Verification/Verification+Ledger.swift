public import Ledger
public import MerkleLog

extension Verification {
    /// Hashes again whatever a ledger holds and can open.
    ///
    /// Opening the ledger has held its head against the log already.
    ///
    /// - Parameters:
    ///   - ledger: The ledger.
    ///   - key: The verifier key that the controller publishes, if the ledger's own is to be held against it.
    ///   - trust: Whose time and which witnesses are trusted.
    ///   - onProgress: Called now and then with the number of entries looked at and their total.
    public static func ledger(
        _ ledger: Ledger, key: VerifierKey? = nil, trust: VerificationTrust = VerificationTrust(),
        onProgress: (UInt64, UInt64) -> Void = { _, _ in }
    ) throws -> Verification {
        var result = Verification(.ledger, at: ledger.home.path)
        // Where a change of the key does not hold, the examination finds it.
        let transitions = (try? ledger.keySuccession.transitions) ?? []
        result.use(ledger.verifierKey, from: .own, through: transitions)
        if let key, result.keys?.keys.contains(key) != true {
            result.find("keys/log.key", "it is not the key that was given")
        }
        let examination = try ledger.examine(onProgress: onProgress)
        for finding in examination.findings { result.find(finding.place, finding.problem) }
        result.notes += examination.remarks.map { "\($0.place): \($0.problem)" }
        result.checkpoint = try ledger.verifierKey.verified(ledger.cosignedCheckpoint, origin: ledger.origin)
        result.count("entries", examination.entries)
        result.count("records", examination.records)
        result.count("files of evidence", examination.files)
        try result.holdTimestamps(of: ledger, trust)
        result.hold(against: trust.policy)
        return result
    }
}
