/// What happened between a subject and a purpose.
public enum EventKind: String, Sendable, CaseIterable {
    /// The person said yes.
    case given
    /// The person asked to stop (Art. 7(3) GDPR).
    case withdrawn
    /// The person was asked and said no.
    case refused
    /// The person objected to direct marketing (Art. 21(2) GDPR).
    case objected
    /// The person asked to join and has not confirmed it: half of a double opt-in, and no yes.
    case requested
    /// The use of the data is paused (Art. 18 GDPR).
    case restricted
    /// The pause is over (Art. 18(3) GDPR).
    case restrictionLifted = "restriction-lifted"
    /// The person complained: a spam report, or a letter.
    case complained
    /// A mail came back for good: the mailbox is gone.
    case bounced
    /// The person asked for something, and waits for an answer (Art. 12(3) GDPR).
    case requestOpened = "request-opened"
    /// What the person asked for was answered.
    case requestClosed = "request-closed"
    /// The answer to a request takes longer, and the person was told why (Art. 12(3) GDPR).
    case requestExtended = "request-extended"
    /// Everything that is held was handed to the person (Art. 15 and 20 GDPR).
    case exported
    /// A dossier about the person was made for somebody else: somebody looked.
    case dossierMade = "dossier-made"
    /// Somebody let a row of a list pass that was held.
    case released
    /// A second person agreed to such a release.
    case releaseConfirmed = "release-confirmed"

    /// Whether this ends a permission.
    public var isStop: Bool {
        switch self {
        case .withdrawn, .refused, .objected: true
        case .given, .requested, .restricted, .restrictionLifted, .complained, .bounced, .requestOpened,
            .requestClosed, .requestExtended, .exported, .dossierMade, .released, .releaseConfirmed:
            false
        }
    }

    /// Whether the controller makes it, at the time at which it is recorded.
    package var isBookkeeping: Bool {
        switch self {
        case .requestOpened, .requestClosed, .requestExtended, .exported, .dossierMade: true
        case .given, .withdrawn, .refused, .objected, .requested, .restricted, .restrictionLifted,
            .complained, .bounced, .released, .releaseConfirmed:
            false
        }
    }
}

/// What holds between a subject and a purpose at some moment.
public enum ConsentState: String, Sendable, CaseIterable {
    /// Nothing is recorded.
    case none
    /// The person asked to join, and nothing else stands.
    case requested
    /// A yes stands.
    case given
    /// A withdrawal stands.
    case withdrawn
    /// A refusal stands.
    case refused
    /// An objection stands.
    case objected
}
