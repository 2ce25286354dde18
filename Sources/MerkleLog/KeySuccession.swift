/// The keys that signed a log one after the other, each vouched for by its neighbours.
///
/// A key is in force from the checkpoint with which it began until that with which the next one began; what it signed
/// of a larger tree is refused, for by then it may have been in other hands.
public struct KeySuccession: Hashable, Sendable {
    /// The keys, oldest first; never empty.
    public private(set) var keys: [VerifierKey]
    /// Where each key but the last gave way to the next.
    public private(set) var transitions: [KeyTransition] = []
    /// The last of the keys.
    public private(set) var newest: VerifierKey

    /// A key by itself, of which nobody knows a neighbour.
    public init(_ key: VerifierKey) {
        keys = [key]
        newest = key
    }

    /// A key that is trusted, and all that transitions lead to from there, backwards and forwards.
    ///
    /// Transitions that lead nowhere are passed over.
    ///
    /// - Throws: ``CheckpointError`` where two of them contradict each other: then somebody forked the log.
    public init(of key: VerifierKey, through known: [KeyTransition]) throws(CheckpointError) {
        self.init(key)
        // Each step takes one that was not taken yet, for sizes only grow.
        while let next = try Self.only(
            known.filter { $0.from == newest && $0.size > (transitions.last?.size ?? 0) })
        {
            transitions.append(next)
            keys.append(next.to)
            newest = next.to
        }
        while let earlier = try Self.only(
            known.filter { $0.to == keys.first && $0.size < (transitions.first?.size ?? .max) })
        {
            transitions.insert(earlier, at: 0)
            keys.insert(earlier.from, at: 0)
        }
    }

    private static func only(_ found: [KeyTransition]) throws(CheckpointError) -> KeyTransition? {
        guard let first = found.first else { return nil }
        for other in found where other.head != first.head || other.from != first.from || other.to != first.to
        {
            throw .contradictingTransitions
        }
        return first
    }

    /// Checks that a note is a checkpoint of the log, signed by the key that was in force at its size.
    ///
    /// - Throws: ``CheckpointError`` when it is not.
    public func verified(_ note: SignedNote) throws(CheckpointError) -> VerifiedCheckpoint {
        var refusal: CheckpointError?
        for (place, key) in keys.enumerated().reversed() {
            let checkpoint: VerifiedCheckpoint
            do throws(CheckpointError) {
                checkpoint = try key.verified(note, origin: newest.name)
            } catch {
                guard error.code == .unsigned else { throw error }
                refusal = refusal ?? error
                continue
            }
            let size = checkpoint.head.size
            if place < transitions.count, size >= transitions[place].size {
                refusal = .retiredKey(since: transitions[place].size)
            } else if place > 0, size < transitions[place - 1].size {
                refusal = .earlyKey(until: transitions[place - 1].size)
            } else {
                return checkpoint
            }
        }
        throw refusal ?? CheckpointError(NoteError.unsigned)
    }
}

extension TransparencyProof {
    /// Checks that the log signed a tree with this entry at this index, by whichever of its keys was in force then.
    ///
    /// - Throws: ``CheckpointError`` or ``ProofError``, as with a single key.
    public func verify(entry: [UInt8], keys: KeySuccession) throws -> VerifiedCheckpoint {
        try verify(entry: entry, key: keys.verified(checkpoint).key, origin: keys.newest.name)
    }
}
