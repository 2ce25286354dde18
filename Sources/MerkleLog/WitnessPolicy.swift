/// Which log is meant, which witnesses there are, and how many of them must have seen a checkpoint (C2SP tlog-policy).
///
/// Lines of `log`, `witness`, `group` and `quorum`; a group names witnesses and groups of the lines above it, of which
/// all, any or a number must have seen the checkpoint.
public struct WitnessPolicy: Hashable, Sendable {
    /// One witness.
    public struct Witness: Hashable, Sendable {
        /// What the policy calls it.
        public let name: String
        /// The key of its cosignatures.
        public let key: VerifierKey
        /// Where it is asked, if the policy says so.
        public let address: String?
    }

    /// Something that counts as having seen a checkpoint, or not: witnesses and groups share their names.
    enum Member: Hashable, Sendable {
        case witness(Witness)
        /// The members by their places, of which as many must have seen it as the threshold says.
        case group(name: String, threshold: Int, members: [Int])
    }

    /// The keys of the logs; empty where the policy leaves it open.
    public let logs: [VerifierKey]

    /// Witnesses and groups in the order of the file, so that a group comes after its members.
    let members: [Member]

    /// The place of what must have seen a checkpoint; nil for `none`.
    package let quorum: Int?

    /// The witnesses in the order of the file.
    public var witnesses: [Witness] {
        members.compactMap { if case .witness(let witness) = $0 { witness } else { nil } }
    }

    /// Reads a policy.
    ///
    /// - Throws: ``WitnessPolicyError`` with the line where it goes wrong.
    public init(parsing bytes: [UInt8]) throws(WitnessPolicyError) {
        var reader = WitnessPolicyReader()
        try reader.read(bytes)
        guard let quorum = reader.quorum else {
            throw WitnessPolicyError("there is no quorum line", line: nil)
        }
        (logs, members, self.quorum) = (reader.logs, reader.members, quorum.place)
    }

    /// Holds the cosignatures of a checkpoint against the policy.
    ///
    /// The log's own signature is not looked at: a ``VerifiedCheckpoint`` has been checked for it, with a key that
    /// ``logs`` must have among them.
    public func judge(_ checkpoint: VerifiedCheckpoint) -> WitnessJudgement {
        var judgement = WitnessJudgement()
        let key = checkpoint.key
        judgement.isKnownLog = logs.isEmpty || logs.contains(key)
        var seen: [Bool] = []
        for member in members {
            switch member {
            case .witness(let witness):
                seen.append(judgement.take(witness, on: checkpoint.note))
            case .group(_, let threshold, let places):
                // A group names only what stands above it: every place has its answer already.
                seen.append(places.count { seen.indices.contains($0) && seen[$0] } >= threshold)
            }
        }
        judgement.hasQuorum = quorum.map { seen.indices.contains($0) && seen[$0] } ?? true
        if !judgement.hasQuorum, let quorum { judgement.lacking = words(of: quorum, seen) }
        return judgement
    }

    /// What is asked for and what there is, for people.
    private func words(of place: Int, _ seen: [Bool]) -> String {
        guard members.indices.contains(place) else { return "" }
        switch members[place] {
        case .witness(let witness): return "witness \(witness.name) must have cosigned it"
        case .group(let name, let threshold, let places):
            let count = places.count { seen.indices.contains($0) && seen[$0] }
            return "group \(name) needs \(threshold) of \(places.count), and has \(count)"
        }
    }
}
