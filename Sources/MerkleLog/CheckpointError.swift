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
        /// The key that signed it was not in force at this size of the log.
        case keyNotInForce
        /// Two changes of the key contradict each other.
        case contradiction
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

    static let contradictingTransitions = CheckpointError(
        code: .contradiction, what: "two changes of the log's key contradict each other", line: nil,
        hint: "somebody signed a fork with one of the keys; keep both as evidence")

    static func retiredKey(since size: UInt64) -> CheckpointError {
        CheckpointError(
            code: .keyNotInForce,
            what: "the key that signed it was replaced with entry \(size - min(size, 1))",
            line: nil,
            hint: "whoever has the old key may have made it; ask for one that the new key signed")
    }

    static func earlyKey(until size: UInt64) -> CheckpointError {
        CheckpointError(
            code: .keyNotInForce, what: "the key that signed it began with entry \(size - min(size, 1))",
            line: nil,
            hint: "ask for the checkpoint that the earlier key signed")
    }
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
