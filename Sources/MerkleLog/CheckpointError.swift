/// A checkpoint that cannot be read or must not be believed.
public struct CheckpointError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What to act on.
    public enum Code: String, Hashable, Sendable {
        /// The text is not that of a checkpoint.
        case malformed
        /// The checkpoint is of another log.
        case wrongOrigin
        /// The checkpoint bears no signature of the key.
        case unsigned
        /// A signature that claims to be of the key is not.
        case invalidSignature
    }

    /// What to act on.
    public let code: Code
    /// What was wrong, in plain words.
    public let what: String
    /// The line of the checkpoint, from 1, where one line is at fault.
    public let line: Int?
    /// What to do next.
    public let hint: String

    /// What was wrong, where, and what to do next, in one line.
    public var description: String {
        "\(line.map { "line \($0): " } ?? "")\(what) (\(hint))"
    }

    static func malformed(_ what: String, line: Int) -> CheckpointError {
        CheckpointError(
            code: .malformed, what: what, line: line, hint: "this is not a checkpoint; get it again")
    }

    static let wrongOrigin = CheckpointError(
        code: .wrongOrigin, what: "the checkpoint is of another log", line: 1,
        hint: "check that the checkpoint and the verifier key belong to the log you mean")
}

extension CheckpointError {
    /// What a note error means for the checkpoint that the note holds.
    init(_ error: NoteError) {
        let code: Code =
            switch error.code {
            case .unsigned: .unsigned
            case .invalidSignature: .invalidSignature
            default: .malformed
            }
        self.init(code: code, what: error.what, line: error.line, hint: error.hint)
    }
}
