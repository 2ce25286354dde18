/// A proof that does not hold, or cannot be read.
public struct ProofError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What to act on.
    public enum Code: String, Hashable, Sendable {
        /// The index is not below the size of the tree.
        case indexOutsideTree
        /// The old tree has no leaves, so that nothing can be proven of it.
        case emptyTree
        /// The new tree is smaller than the old one.
        case shrunk
        /// The proof ends before it reaches the root.
        case tooFewHashes
        /// The proof goes on after it has reached the root.
        case tooManyHashes
        /// The proof leads to another root than the one given.
        case rootMismatch
        /// The proof leads to another old root than the one given.
        case oldRootMismatch
        /// The proof speaks of another old size than the one given.
        case wrongOldSize
        /// The text is not a proof in the format expected here.
        case malformed
        /// The signed checkpoint inside the proof cannot be read.
        case malformedCheckpoint
    }

    /// What to act on.
    public let code: Code
    /// What was wrong, in plain words.
    public let what: String
    /// The line of the text, from 1, where a text could not be read.
    public let line: Int?
    /// What to do next.
    public let hint: String

    /// What was wrong, where, and what to do next, in one line.
    public var description: String {
        "\(line.map { "line \($0): " } ?? "")\(what) (\(hint))"
    }

    private static let distrust = "do not trust it; ask for a new proof, and keep this one if it stays wrong"

    static let indexOutsideTree = ProofError(
        code: .indexOutsideTree, what: "the tree has no leaf at this index", line: nil, hint: distrust)
    static let emptyTree = ProofError(
        code: .emptyTree, what: "an empty tree is a beginning of every tree and proves nothing", line: nil,
        hint: "start from a checkpoint with at least one leaf")
    static let shrunk = ProofError(
        code: .shrunk, what: "the new tree is smaller than the old one", line: nil,
        hint: "check that the two checkpoints were not swapped; a log must never shrink")
    static let tooFewHashes = ProofError(
        code: .tooFewHashes, what: "the proof has too few hashes", line: nil, hint: distrust)
    static let tooManyHashes = ProofError(
        code: .tooManyHashes, what: "the proof has too many hashes", line: nil, hint: distrust)
    static let rootMismatch = ProofError(
        code: .rootMismatch, what: "the proof does not lead to the root of the tree", line: nil,
        hint: distrust)
    static let oldRootMismatch = ProofError(
        code: .oldRootMismatch, what: "the proof does not lead to the root of the old tree", line: nil,
        hint: "the history was rewritten, or the old checkpoint is of another log; keep both as evidence")
    static let wrongOldSize = ProofError(
        code: .wrongOldSize, what: "the proof starts from another size than the old checkpoint", line: nil,
        hint: "ask for the proof that starts from the checkpoint you have")

    static func malformed(_ what: String, line: Int) -> ProofError {
        ProofError(code: .malformed, what: what, line: line, hint: "the file is damaged; get it again")
    }

    static func malformedCheckpoint(_ cause: NoteError, after line: Int) -> ProofError {
        ProofError(
            code: .malformedCheckpoint, what: cause.what, line: cause.line.map { $0 + line },
            hint: cause.hint)
    }
}
