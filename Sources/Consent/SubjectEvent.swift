/// One event of a subject, as the ledger's vault knows it.
public struct SubjectEvent: Hashable, Sendable {
    /// The order of the ledger; later events have greater numbers.
    public let sequence: Int64
    /// What happened.
    public let kind: EventKind
    /// For which purpose; ``Purpose/everything`` for an objection to all mail.
    public let purpose: Purpose
    /// When it happened, as somebody claims; nil if nobody could say.
    public let occurredAt: Instant?
    /// When the ledger learnt it.
    public let recordedAt: Instant
    /// How strong its evidence is.
    public let grade: Grade
    /// How it was given, if told.
    public let method: CollectionMethod?
    /// What the person saw, if told.
    public let wording: WordingReference?
    /// How many files show it.
    public let evidenceCount: Int
    /// Whether it is told where the contact came from.
    public let hasSource: Bool

    /// An event with all its parts.
    public init(
        sequence: Int64, kind: EventKind, purpose: Purpose, occurredAt: Instant?, recordedAt: Instant,
        grade: Grade,
        method: CollectionMethod? = nil, wording: WordingReference? = nil, evidenceCount: Int = 0,
        hasSource: Bool = false
    ) {
        self.sequence = sequence
        self.kind = kind
        self.purpose = purpose
        self.occurredAt = occurredAt
        self.recordedAt = recordedAt
        self.grade = grade
        self.method = method
        self.wording = wording
        self.evidenceCount = evidenceCount
        self.hasSource = hasSource
    }

    /// The claimed moment where there is one, and else the one at which the ledger learnt it.
    public var effectiveAt: Instant { occurredAt ?? recordedAt }
}
