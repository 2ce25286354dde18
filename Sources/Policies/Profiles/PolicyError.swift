import StrictYAML

/// A policy, or a file of examples, that was refused when it was loaded.
public struct PolicyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What a caller can act on.
    public enum Code: String, Sendable, CaseIterable {
        /// The file says something that cannot be read or that means nothing.
        case malformed
        /// The policy would break a law of the gate that no policy may break.
        case breaksLaw = "breaks-law"
        /// No shipped policy has this name.
        case unknownPolicy = "unknown-policy"
    }

    /// What a caller can act on.
    public let code: Code
    /// The name of the file as it was given, or of the policy that is not there.
    public let file: String
    /// 1-based; 0 where the error is about no place of a file.
    public let line: Int
    /// 1-based, in Unicode scalars; 0 where the error is about no place of a file.
    public let column: Int
    /// What is wrong, without a full stop.
    public let message: String
    /// What to do next, if that is known.
    public let hint: String?
    /// The line of the file, without its end; empty where it is not known.
    public let sourceLine: String

    init(_ code: Code, _ error: YAMLError) {
        self.code = code
        file = error.file
        line = error.line
        column = error.column
        message = error.message
        hint = error.hint
        sourceLine = error.sourceLine
    }

    init(unknownPolicy name: String, hint: String) {
        code = .unknownPolicy
        file = name
        line = 0
        column = 0
        message = "there is no policy \"\(name)\""
        self.hint = hint
        sourceLine = ""
    }

    /// `file:line:column: message`, the line itself with a mark under the place, and the hint.
    public var description: String {
        guard line > 0 else { return hint.map { "\(message)\n\($0)" } ?? message }
        return YAMLError(
            file: file, line: line, column: column, message: message, hint: hint, sourceLine: sourceLine
        ).description
    }
}
