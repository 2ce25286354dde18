/// A template that cannot be used: a mistake in this program, never in its input.
package struct PageError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What to act on.
    package enum Code: String, Sendable {
        /// The text is not Mustache.
        case malformed = "malformed-template"
        /// The template would write something as it is.
        case unescaped = "unescaped-template"
    }

    /// What to act on.
    package let code: Code
    /// What is wrong.
    package let description: String

    static func malformed(_ name: String) -> PageError {
        PageError(
            code: .malformed,
            description: "The template of \"\(name)\" is not Mustache. Report this as a bug.")
    }

    static let unescaped = PageError(
        code: .unescaped,
        description: "A template would write something unescaped. Report this as a bug.")
}
