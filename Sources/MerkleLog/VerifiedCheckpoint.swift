/// A checkpoint whose signature was checked, or that was signed here.
///
/// There is no other way to make one, so that a function which takes it need not ask again.
public struct VerifiedCheckpoint: Hashable, Sendable {
    /// What was signed.
    public let checkpoint: Checkpoint
    /// The note it was signed in, with all its signatures; those of other keys were not checked.
    public let note: SignedNote
    /// The key whose signature was checked.
    public let key: VerifierKey

    init(checkpoint: Checkpoint, note: SignedNote, key: VerifierKey) {
        self.checkpoint = checkpoint
        self.note = note
        self.key = key
    }

    /// The size and the root that were signed.
    public var head: TreeHead { checkpoint.head }
}

extension VerifierKey {
    /// Checks that a note is a checkpoint of the log `origin`, signed by this key.
    ///
    /// The signature is checked before the text is read. With the key of a witness it says that the witness
    /// saw this checkpoint, not that the log signed it.
    ///
    /// - Throws: ``CheckpointError`` when it is not.
    public func verified(_ note: SignedNote, origin: String) throws(CheckpointError) -> VerifiedCheckpoint {
        do { try verify(note) } catch { throw CheckpointError(error) }
        let checkpoint = try Checkpoint(parsing: note.text)
        guard NoteSyntax.isSame(checkpoint.origin, origin) else { throw .wrongOrigin }
        return VerifiedCheckpoint(checkpoint: checkpoint, note: note, key: self)
    }
}
