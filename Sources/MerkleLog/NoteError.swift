/// A signed note or a verifier key that cannot be read, or a signature that does not hold.
public struct NoteError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What to act on.
    public enum Code: String, Hashable, Sendable {
        /// The bytes are not a note.
        case malformed
        /// The note is larger than any checkpoint may be.
        case tooLong
        /// The note has more signatures than is sane.
        case tooManySignatures
        /// The key name is empty, or has a space or a plus in it.
        case malformedName
        /// The verifier key cannot be read.
        case malformedKey
        /// The verifier key is of an algorithm that is not supported.
        case unknownAlgorithm
        /// The key id of the verifier key is not the one its name and bytes give.
        case keyIDMismatch
        /// The note bears no signature of the key.
        case unsigned
        /// A signature that claims to be of the key is not.
        case invalidSignature
    }

    /// What to act on.
    public let code: Code
    /// What was wrong, in plain words.
    public let what: String
    /// The line of the note, from 1, where one line is at fault.
    public let line: Int?
    /// What to do next.
    public let hint: String

    /// What was wrong, where, and what to do next, in one line.
    public var description: String {
        "\(line.map { "line \($0): " } ?? "")\(what) (\(hint))"
    }

    static func malformed(_ what: String, line: Int? = nil) -> NoteError {
        NoteError(
            code: .malformed, what: what, line: line,
            hint: "the note is damaged or not a signed note; get it again")
    }

    static let tooLong = NoteError(
        code: .tooLong, what: "the note is longer than \(SignedNote.maximumByteCount) bytes", line: nil,
        hint: "this is not a checkpoint")
    static let tooManySignatures = NoteError(
        code: .tooManySignatures, what: "the note has more than \(SignedNote.maximumSignatures) signatures",
        line: nil, hint: "leave out signatures of keys you do not know")
    static let malformedName = NoteError(
        code: .malformedName,
        what: "a key name is empty, or has a space, a plus or a control character in it",
        line: nil, hint: "use a name such as ledger.example/consent")
    static let malformedKey = NoteError(
        code: .malformedKey, what: "this is not a verifier key", line: nil,
        hint: "copy the whole key, name+id+base64, in one line")
    static let unknownAlgorithm = NoteError(
        code: .unknownAlgorithm, what: "the verifier key is of an unknown algorithm", line: nil,
        hint: "Ed25519 keys (01) and Ed25519 cosignature keys (04) are understood")
    static let keyIDMismatch = NoteError(
        code: .keyIDMismatch, what: "the key id does not belong to the name and the bytes of the key",
        line: nil,
        hint: "copy the verifier key again; a character was lost or changed")
    static let unsigned = NoteError(
        code: .unsigned, what: "the note is not signed by this key", line: nil,
        hint: "check that the verifier key is that of this log")
    static let invalidSignature = NoteError(
        code: .invalidSignature,
        what: "the signature does not hold: the text was changed, or another key signed",
        line: nil, hint: "do not trust the note; keep it as evidence")
}
