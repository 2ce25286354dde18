import Cryptography
import HTTPRequests
import MerkleLog

/// Why nobody vouched for a checkpoint.
public struct VouchingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What a program may act on.
    public enum Code: String, Sendable, CaseIterable {
        /// The service could not be asked.
        case unanswered = "unanswered"
        /// The service answered that it would not.
        case refused = "refused"
        /// The witness does not know the log.
        case unknownLog = "unknown-log"
        /// The witness has seen another history of this log, or a longer one.
        case otherHistory = "other-history"
        /// The answer does not hold, or is none.
        case invalidAnswer = "invalid-answer"
        /// The key is not that of a witness.
        case notAWitnessKey = "not-a-witness-key"
    }

    /// What a program may act on.
    public let code: Code
    /// What is wrong, in a sentence.
    public let message: String
    /// What to do next, in a sentence.
    public let hint: String

    init(_ code: Code, _ message: String, hint: String) {
        (self.code, self.message, self.hint) = (code, message, hint)
    }

    /// Both sentences.
    public var description: String { "\(message) \(hint)" }

    init(_ error: HTTPError) { self.init(.unanswered, error.message, hint: error.hint) }

    init(_ error: TimestampError) {
        self.init(
            error.code == .refused ? .refused : .invalidAnswer,
            error.what.asSentence, hint: error.hint.asSentence)
    }
}

extension String {
    /// A part of a sentence, as one of its own.
    var asSentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
