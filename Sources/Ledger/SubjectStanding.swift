public import Consent

/// What the ledger knows of one contact of a list, for one purpose.
public struct SubjectStanding: Sendable {
    /// What holds for the purpose.
    public let standing: Standing
    /// Whether the person is on the do-not-mail list, and came back by no act of a later day.
    public let isSuppressed: Bool
    /// Whether that is because the person was erased.
    public let isErased: Bool
    /// Whether a yes stands for another purpose.
    public let agreedToOtherPurpose: Bool
    /// The controller when the deciding event was recorded.
    public let controllerThen: Controller?
    /// What a look at the evidence of the deciding event found.
    public let evidence: EvidenceCondition
    /// Facts that were told with the deciding yes, by name; none where no yes stands.
    public let told: [String: String]
    /// What else is recorded: complaints, bounces, pauses and open requests.
    public let circumstances: Circumstances
    /// Whether a file that shows the deciding yes also shows an act of another subject.
    ///
    /// Nil where no yes stands or no file shows it.
    public let isEvidenceShared: Bool?
    /// The releases of rows of this person that count.
    public let releases: [Release]
    /// Whether anything at all is recorded of the person, for whatever purpose.
    public let hasRecords: Bool

    /// When the person last asked to join, confirmed or not.
    public var requestedAt: Instant? { circumstances.requestedAt }
    /// Whether the use of the data is paused.
    ///
    /// Art. 18 GDPR.
    public var isRestricted: Bool { circumstances.isRestricted }
    /// When the person last complained.
    public var complainedAt: Instant? { circumstances.complainedAt }
    /// When a mail last came back for good.
    public var bouncedAt: Instant? { circumstances.bouncedAt }
    /// Whether a request of the person waits for an answer.
    public var hasOpenRequest: Bool { circumstances.hasOpenRequest }
    /// When the last stop took effect, also where a later yes lifted it.
    public var lastStopAt: Instant? { circumstances.lastStopAt }
    /// Whether a yes and a stop contradict each other.
    public var isContradicted: Bool { standing.isContradicted }

    /// Nothing is known.
    public static let unknown = SubjectStanding(
        standing: .none, isSuppressed: false, isErased: false, agreedToOtherPurpose: false,
        controllerThen: nil,
        evidence: .none, told: [:], circumstances: .none, isEvidenceShared: nil, releases: [],
        hasRecords: false)
}
