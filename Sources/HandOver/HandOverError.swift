/// A tool that nobody knows.
public struct HandOverError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What a program may act on.
    public enum Code: String, Sendable, CaseIterable {
        /// No tool has this id.
        case unknownTool = "unknown-tool"
    }

    /// What a program may act on.
    public let code: Code
    /// What is wrong, in a sentence.
    public let message: String
    /// What to do next, in a sentence.
    public let hint: String

    /// Both sentences.
    public var description: String { "\(message) \(hint)" }
}
