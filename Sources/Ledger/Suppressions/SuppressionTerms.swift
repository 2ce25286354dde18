import Consent

/// For what, since when and why somebody must not be mailed.
struct SuppressionTerms {
    var scope: Purpose
    /// The day, as in `2026-04-30`.
    var since: String
    var reason: SuppressionReason
    /// The day on which somebody is to ask whether it is still needed; nil for as long after `since` as is usual.
    var review: String?
    /// Whether what lies there of the same address stays as it is, also if it is older.
    var keepsKnown = false
}
