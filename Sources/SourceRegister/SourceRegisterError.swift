/// Why a list is not remembered.
///
/// Never holds the content of a cell.
public struct SourceRegisterError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What a program may act on.
    public enum Code: String, Sendable, CaseIterable {
        /// Nothing shows that the list comes from LinkedIn.
        case notFromLinkedIn = "not-from-linkedin"
    }

    /// What a program may act on.
    public let code: Code
    /// What is wrong, in a sentence.
    public let message: String
    /// What to do next, in a sentence.
    public let hint: String

    /// Both sentences.
    public var description: String { "\(message) \(hint)" }

    static func notFromLinkedIn(_ list: String) -> SourceRegisterError {
        SourceRegisterError(
            code: .notFromLinkedIn,
            message: "Nothing shows that \(list) is an export of LinkedIn or of a tool that reads it.",
            hint: """
                Whoever is on a remembered list is kept off your newsletter: a list of your own customers would lock \
                them out. If it is LinkedIn's all the same, say so with --any.
                """)
    }
}
