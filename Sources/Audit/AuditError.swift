import Containers
import Files

/// Why something could not be written or looked at.
public struct AuditError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What a program may act on.
    public enum Code: String, Sendable, CaseIterable {
        /// There is nothing at that place, or nothing of a kind that is known.
        case unrecognised = "unrecognised"
        /// Something is there already that must not be written over.
        case occupied = "occupied"
        /// The folder holds another log, or a newer state of this one.
        case foreign = "foreign-log"
        /// No run, or more than one, is meant by that name.
        case unknownRun = "unknown-run"
        /// There is no key to check a signature with.
        case noKey = "no-key"
        /// A file or folder could not be read or written.
        case storage = "audit-storage"
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
    public var description: String { hint.isEmpty ? message : "\(message) \(hint)" }

    init(_ error: FileError) { self.init(.storage, error.description, hint: "") }

    /// Turns the errors of files and archives into the audit's own.
    static func translating<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch {
            switch error {
            case let error as FileError: throw AuditError(error)
            case let error as ContainerError: throw AuditError(.storage, error.what, hint: error.hint)
            default: throw error
            }
        }
    }
}
