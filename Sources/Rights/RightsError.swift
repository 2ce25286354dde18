import Files

/// Why a receipt or a copy could not be made, or a receipt not be taken.
public struct RightsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What a program may act on.
    public enum Code: String, Sendable, CaseIterable {
        /// A form needs what nobody told.
        case untold
        /// The record is none that the form can tell of.
        case unfit = "unfit-record"
        /// A file is no receipt that can be taken.
        case invalidReceipt = "invalid-receipt"
        /// A receipt is of another controller.
        case otherController = "other-controller"
        /// Something is there already that must not be written over.
        case occupied
        /// A request is another person's, or asks for something else.
        case otherRequest = "other-request"
        /// The texts of a language cannot be used.
        case texts
        /// A file or folder could not be read or written.
        case storage = "rights-storage"
    }

    /// What a program may act on.
    public let code: Code
    /// What is wrong, in a sentence.
    public let message: String
    /// What to do next.
    public let hint: String

    init(_ code: Code, _ message: String, hint: String) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    /// Both.
    public var description: String { hint.isEmpty ? message : "\(message) \(hint)" }

    /// Turns the errors of files into these.
    static func translating<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as FileError {
            throw RightsError(.storage, error.description, hint: "")
        }
    }
}
