package import Consent

/// What becomes of what is recorded of one person for one purpose.
package enum ThreadFate: Hashable, Sendable {
    /// It goes at a moment, or has to be gone since; `from` is the moment from which its time counts.
    case goes(RetentionPlan.Kind, from: Instant?, at: Instant)
    /// It stays, and nobody can say until when.
    case stays(RetentionPlan.Stay)
}
