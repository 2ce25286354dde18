/// A fact that somebody told and that cannot be taken.
public struct FactTextError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, in a sentence.
    public let message: String
    /// What to do next.
    public let hint: String

    init(_ message: String, hint: String) {
        self.message = message
        self.hint = hint
    }

    /// Both sentences.
    public var description: String { "\(message) \(hint)" }
}
