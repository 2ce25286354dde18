public import Consent

/// What somebody tells the ledger about a subject: a yes, or an end of it.
public struct SubjectAct: Sendable {
    /// A file that shows the act.
    public struct EvidenceFile: Sendable {
        /// Its content.
        public let bytes: [UInt8]
        /// Its name ending in lower case, or `bin`.
        public let kind: String
        /// Whether a sealed copy is kept.
        public let keeping: Evidence.Keeping

        /// A file with all its parts.
        public init(bytes: [UInt8], kind: String, keeping: Evidence.Keeping) {
            self.bytes = bytes
            self.kind = kind
            self.keeping = keeping
        }
    }

    /// What happened.
    public var kind: EventKind
    /// To whom.
    public var address: EmailAddress
    /// For what.
    public var purpose: Purpose
    /// When, as claimed; nil if nobody can say.
    public var occurredAt: Instant?
    /// What the person saw.
    public var wording: WordingReference?
    /// How it was given.
    public var method: CollectionMethod?
    /// What shows it.
    public var evidence: [EvidenceFile] = []
    /// Where the contact came from, in the recorder's words.
    public var source: String?
    /// The network address of the act.
    public var ip: String?
    /// Why, for an end.
    public var reason: String?
    /// In which file it was read, for an act that another tool's export claims.
    public var imported: ImportMark?
    /// Facts that its teller adds, by name, as `expiresAt`: at most 32, values of at most 200 bytes.
    public var told: [String: String] = [:]
    /// Which release it is part of; ``Ledger/release(_:)`` sets it.
    var release: ReleaseMark?
    /// The name that its record must have; nil for a fresh one.
    var rid: RecordID?

    /// An act with nothing told but the necessary.
    public init(_ kind: EventKind, address: EmailAddress, purpose: Purpose) {
        self.kind = kind
        self.address = address
        self.purpose = purpose
    }

    /// The act as it is recorded: what another tool claims can never be told as an act that was seen.
    var asRecorded: SubjectAct {
        guard imported != nil, method != .imported else { return self }
        var act = self
        act.method = .imported
        return act
    }
}

/// What the ledger answers when it knows an act.
public struct RecordedEvent: Hashable, Sendable {
    /// The name of the record.
    public let rid: RecordID
    /// Its place in the log, from 0.
    public let index: UInt64
    /// When the ledger learnt it.
    public let recordedAt: Instant
    /// The grade that method and evidence gave it.
    public let grade: Grade
    /// Whether the very same act was known before and nothing was appended.
    public let wasKnown: Bool
    /// Digests of the evidence, in the order given.
    public let evidence: [Evidence]
}
