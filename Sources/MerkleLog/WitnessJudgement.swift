/// What the cosignatures of a checkpoint add up to under a policy.
public struct WitnessJudgement: Hashable, Sendable {
    /// A witness that has seen the checkpoint.
    public struct Sighting: Hashable, Sendable {
        /// What the policy calls the witness.
        public let witness: String
        /// When it signed, in seconds since 1970.
        public let timestamp: UInt64
    }

    /// Whether the log's key is one of the policy's, or the policy names none.
    public internal(set) var isKnownLog = true
    /// Whether enough witnesses have seen the checkpoint.
    public internal(set) var hasQuorum = false
    /// Who has seen it.
    public internal(set) var sightings: [Sighting] = []
    /// Witnesses whose cosignature is there and does not hold.
    public internal(set) var broken: [String] = []
    /// What is missing for the quorum, in words; empty where nothing is.
    public internal(set) var lacking = ""

    /// Whether the policy is kept.
    public var holds: Bool { isKnownLog && hasQuorum && broken.isEmpty }

    /// Looks for the cosignature of a witness; true if there is one that holds.
    mutating func take(_ witness: WitnessPolicy.Witness, on note: SignedNote) -> Bool {
        do throws(NoteError) {
            let cosignature = try Cosignature.verified(on: note, by: witness.key)
            sightings.append(Sighting(witness: witness.name, timestamp: cosignature.timestamp))
            return true
        } catch {
            if error.code != .unsigned { broken.append(witness.name) }
            return false
        }
    }
}
