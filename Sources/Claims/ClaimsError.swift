/// Why the claims of a list could not be taken over.
///
/// Never holds the content of a cell.
public struct ClaimsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What a program may act on.
    public enum Code: String, Sendable, CaseIterable {
        /// Nobody said which system the list comes from, and it does not show.
        case unknownTool = "unknown-tool"
        /// The name of the system cannot be one.
        case invalidTool = "invalid-tool"
        /// The wording does not ask for the purpose.
        case otherPurpose = "wording-other-purpose"
        /// The list of outcomes would overwrite the list itself.
        case outputIsInput = "output-is-input"
    }

    /// What a program may act on.
    public let code: Code
    /// What is wrong, in a sentence.
    public let message: String
    /// What to do next, in a sentence.
    public let hint: String

    /// An error with its parts.
    package init(_ code: Code, _ message: String, hint: String) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    /// Both sentences.
    public var description: String { "\(message) \(hint)" }
}
