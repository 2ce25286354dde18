public import Consent
import MerkleLog

extension Verification {
    /// A witness that has seen the checkpoint.
    public struct Sighting: Hashable, Sendable {
        /// What the policy calls it.
        public let witness: String
        /// When it signed.
        public let at: Instant
    }

    /// Holds the checkpoint against a policy for witnesses.
    mutating func hold(against policy: WitnessPolicy?) {
        guard let policy else { return }
        guard let checkpoint else {
            // Why there is no signed checkpoint is told already, or nothing was looked at.
            return find(
                LogExport.checkpointName, "there is none that the witnesses' policy could be held against")
        }
        let judgement = policy.judge(checkpoint)
        sightings = judgement.sightings.map {
            Sighting(witness: $0.witness, at: Instant(seconds: Int64(clamping: $0.timestamp)))
        }
        let place = LogExport.checkpointName
        // A policy may name the log by a key from before a change.
        let isNamed = keys?.keys.contains(where: policy.logs.contains) ?? false
        if !judgement.isKnownLog, !isNamed { find(place, "its log is not one of the policy's") }
        for witness in judgement.broken { find(place, "the cosignature of witness \(witness) does not hold") }
        if !judgement.hasQuorum {
            find(place, "not enough witnesses have cosigned it: \(judgement.lacking)")
        }
        if policy.quorum == nil { notes.append("The policy asks for no witnesses.") }
    }
}
