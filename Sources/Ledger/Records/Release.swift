public import Consent

/// A held row that somebody let pass, as it stands for one of its addresses.
///
/// Its terms are reached through it: `release.rules`, `release.expiresAt`.
@dynamicMemberLookup
public struct Release: Hashable, Sendable {
    /// The name of the release, the same for all addresses of the row.
    public let rid: RecordID
    /// For which purpose.
    public let purpose: Purpose
    /// What is let pass, by whose role, and until when.
    public let terms: ReleaseTerms
    /// Who let it pass.
    ///
    /// Personal data.
    public let by: String
    /// Why, in their words.
    public let reason: String
    /// When the ledger learnt it.
    public let grantedAt: Instant
    /// Who agreed as the second person, if somebody did.
    ///
    /// Personal data.
    public internal(set) var confirmedBy: String?

    /// What the terms say.
    public subscript<Value>(dynamicMember path: KeyPath<ReleaseTerms, Value>) -> Value {
        terms[keyPath: path]
    }

    /// The release that a record tells of; nil where it tells of something else.
    init?(_ record: SubjectRecord) {
        guard record.event.kind == .released, let mark = record.release, let terms = mark.terms,
            let reason = record.reason
        else { return nil }
        (rid, by, self.terms, self.reason) = (mark.release, mark.by, terms, reason)
        (purpose, grantedAt) = (record.event.purpose, record.event.recordedAt)
    }
}
