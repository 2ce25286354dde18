import CanonicalJSON
import Cryptography
public import MerkleLog

/// A log that could not go on, and that another one succeeds under a name of its own.
///
/// Whoever holds a checkpoint of the old log finds here that nothing was signed under its name any more, and from where
/// on the new one tells the history.
public struct Predecessor: Hashable, Sendable {
    /// The last checkpoint of the old log that is known.
    public let checkpoint: Checkpoint
    /// That checkpoint as it was signed.
    public let note: SignedNote
    /// The key that signed it; nil where nobody knew it, and the signature was not checked.
    public let key: VerifierKey?

    /// Takes a checkpoint of the old log.
    ///
    /// - Parameters:
    ///   - note: Its last checkpoint, such as the file `head`.
    ///   - key: The key that verified it; nil where it is lost.
    /// - Throws: `CheckpointError` where it is no checkpoint, or the key did not sign it.
    public init(_ note: SignedNote, key: VerifierKey?) throws(CheckpointError) {
        checkpoint = try Checkpoint(parsing: note.text)
        if let key { _ = try key.verified(note, origin: checkpoint.origin) }
        (self.note, self.key) = (note, key)
    }

    /// Reads the record of a succession; nil where it is of something else, or does not say what it must.
    init?(_ record: OpenRecord) {
        let told = record["succeeds"]
        guard record.kind == .logSucceeded,
            let note = told?["checkpoint"]?.text.flatMap({ try? SignedNote(parsing: $0) })
        else { return nil }
        let key = told?["verifierKey"]?.text.flatMap { try? VerifierKey(parsing: $0) }
        guard let read = try? Predecessor(note, key: key) else { return nil }
        self = read
    }

    var body: [JSONValue.Member] {
        [
            .init(
                "succeeds",
                .object(of: [
                    "log": .string(checkpoint.origin), "size": .integer(Int64(clamping: checkpoint.size)),
                    "root": .string(checkpoint.root.base64), "checkpoint": .string(note.serialized),
                    "verifierKey": key.map { .string($0.text) },
                ]))
        ]
    }
}
