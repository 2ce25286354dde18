/// Why a list could not be vetted at all.
///
/// Never holds the content of a cell.
public struct GateError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What a program may act on.
    public enum Code: String, Sendable, CaseIterable {
        /// An output would replace the list itself.
        case outputIsInput = "output-is-input"
        /// The fingerprints of a registered source are gone, and nothing else would keep its people out.
        case sourceMissing = "source-missing"
        /// A policy's file in the ledger's folder has another policy's name.
        case policyName = "policy-name"
        /// What should be released is not the held row of a vetting.
        case notHeld = "not-held"
        /// A rule cannot be released by the one who wants to.
        case notReleasable = "not-releasable"
        /// A list has no row of the number that was asked for.
        case noSuchRow = "no-such-row"
        /// A row that was asked for is of somebody else.
        case otherAddress = "other-address"
    }

    /// What a program may act on.
    public let code: Code
    /// What is wrong, in a sentence.
    public let message: String
    /// What to do next, in a sentence.
    public let hint: String

    init(_ code: Code, _ message: String, hint: String) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    /// Both sentences.
    public var description: String { "\(message) \(hint)" }
}
