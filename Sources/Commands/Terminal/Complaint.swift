import Audit
import Claims
import Consent
import Files
import Gate
import HandOver
import Ledger
import Lists
import MerkleLog
import Policies
import Rights
import SourceRegister
import Vouching

/// What a person reads when something could not be done: what is wrong, and what to do next.
package struct Complaint: Error, Hashable, Sendable {
    /// What is wrong, in a sentence.
    package let what: String
    /// What to do next, in a sentence; nil where nobody knows.
    package let hint: String?

    /// A complaint with its parts.
    package init(_ what: String, hint: String? = nil) {
        self.what = what
        self.hint = hint.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The complaint of an error from the floors below.
    package init(describing error: any Error) {
        switch error {
        case let complaint as Complaint: self = complaint
        case let error as LedgerError: self.init(error.message, hint: error.hint)
        case let error as AuditError: self.init(error.message, hint: error.hint)
        case let error as VouchingError: self.init(error.message, hint: error.hint)
        case let error as SourceRegisterError: self.init(error.message, hint: error.hint)
        case let error as RightsError: self.init(error.message, hint: error.hint)
        case let error as ClaimsError: self.init(error.message, hint: error.hint)
        case let error as GateError: self.init(error.message, hint: error.hint)
        case let error as HandOverError: self.init(error.message, hint: error.hint)
        case let error as FactTextError: self.init(error.message, hint: error.hint)
        case let error as PolicyError: self.init(error.description)
        case let error as MalformedAddress:
            self.init(
                "\(error.description)",
                hint: "An address has the form name@example.org (\(error.reason.rawValue)).")
        case let error as Instant.ParsingError:
            self.init(
                error.description, hint: error == .notATime ? nil : "RFC 3339, as in 2026-10-02T09:15:00Z.")
        case let error as ListError: self.init(error.message, hint: error.hint)
        case let error as FileError: self.init(error.description)
        default: self.init(String(describing: error))
        }
    }

    /// `consentgate: <what>`, and the hint indented under it.
    package var text: String {
        let all = what + (hint.map { "\n" + $0 } ?? "")
        let lines = all.split(separator: "\n", omittingEmptySubsequences: false)
        return "consentgate: \(lines.first ?? "")\n"
            + lines.dropFirst().map { $0.isEmpty ? "\n" : "  \($0)\n" }.joined()
    }
}
