package import Cryptography

/// The key of a log, which signs its checkpoints.
///
/// It signs whatever it is given; that a log never signs a smaller tree, nor another root for the same size,
/// is for the caller to see to.
package struct LogSigner: Sendable {
    private let key: SigningKey

    /// What others need to check the signatures; give it away by a trusted channel.
    package let verifierKey: VerifierKey

    /// Derives the key from its seed.
    ///
    /// - Throws: ``NoteError`` when no key can have this name.
    package init(name: String, seed: SecretKey) throws(NoteError) {
        key = SigningKey(seed: seed)
        verifierKey = try VerifierKey(name: name, algorithm: .ed25519, key: key.verifyingKey)
    }

    /// Signs a text that ends in a newline; the same text always gives the same note.
    ///
    /// - Throws: ``NoteError`` when the text cannot stand in a note.
    package func sign(text: String) throws(NoteError) -> SignedNote {
        let signature = try NoteSignature(
            name: verifierKey.name, keyID: verifierKey.keyID, bytes: key.sign(Array(text.utf8)))
        return try SignedNote(text: text, signatures: [signature])
    }

    /// Signs a checkpoint of the log that this key is named after.
    ///
    /// - Throws: ``CheckpointError`` when its origin is another.
    package func sign(_ checkpoint: Checkpoint) throws(CheckpointError) -> VerifiedCheckpoint {
        guard NoteSyntax.isSame(checkpoint.origin, verifierKey.name) else { throw .wrongOrigin }
        do {
            return VerifiedCheckpoint(
                checkpoint: checkpoint, note: try sign(text: checkpoint.text), key: verifierKey)
        } catch {
            throw CheckpointError(error)
        }
    }
}
