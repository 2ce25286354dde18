import Cryptography

/// A witness' statement that, at a time, a checkpoint was the largest consistent one it had seen.
///
/// C2SP tlog-cosignature, Ed25519: `timestamp[8] || signature[64]`, signed over a header line, a line with
/// the time, and the text of the checkpoint.
public struct Cosignature: Hashable, Sendable {
    /// When the witness signed, in seconds since 1970; at most 2^63 - 1.
    public let timestamp: UInt64

    /// The line of the note that says so.
    public let line: NoteSignature

    /// Reads the signature line of a cosignature key; nothing is checked yet.
    ///
    /// - Throws: ``NoteError`` when it is not 72 bytes or its time is over 2^63 - 1.
    public init(parsing signature: NoteSignature) throws(NoteError) {
        guard signature.bytes.count == 72 else { throw .invalidSignature }
        let timestamp = signature.bytes[..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard timestamp <= UInt64(Int64.max) else { throw .invalidSignature }
        self.timestamp = timestamp
        line = signature
    }

    /// Finds and checks the cosignature of a witness under a note, the latest if there are several.
    ///
    /// - Throws: ``NoteError`` when there is none or one does not hold.
    public static func verified(on note: SignedNote, by key: VerifierKey) throws(NoteError) -> Cosignature {
        guard key.algorithm == .cosignature else { throw .unsigned }
        try key.verify(note)
        var latest: Cosignature?
        for signature in note.signatures where key.isNamed(by: signature) {
            let cosignature = try Cosignature(parsing: signature)
            if cosignature.timestamp >= latest?.timestamp ?? 0 { latest = cosignature }
        }
        guard let latest else { throw .unsigned }
        return latest
    }

    /// Finds and checks the cosignature that a witness gave in answer to a checkpoint (C2SP tlog-witness).
    ///
    /// The answer is one line or more of a note, of which those of other keys are passed over.
    ///
    /// - Throws: ``NoteError`` where the answer is no such lines, or none of them holds for this key and checkpoint.
    public static func verified(
        in answer: [UInt8], on checkpoint: SignedNote, by key: VerifierKey
    ) throws(NoteError) -> Cosignature {
        // Read as the note that it makes with the checkpoint's text, so that every rule of notes holds for it.
        let note = try SignedNote(parsing: Array(checkpoint.text.utf8) + [NoteSyntax.newline] + answer)
        guard NoteSyntax.isSame(note.text, checkpoint.text) else {
            throw .malformed("the witness answered with more than signature lines")
        }
        return try verified(on: note, by: key)
    }

    /// Checks the cosignature over the text of a checkpoint.
    ///
    /// - Throws: ``NoteError`` when it is of another key or does not hold.
    public func verify(text: String, key: VerifierKey) throws(NoteError) {
        guard key.algorithm == .cosignature, key.isNamed(by: line) else { throw .unsigned }
        let message = Array("cosignature/v1\ntime \(timestamp)\n\(text)".utf8)
        guard key.key.isValid(signature: Array(line.bytes[8...]), for: message) else {
            throw .invalidSignature
        }
    }
}
