/// What is recorded of a subject beside a yes and a stop, for one purpose.
///
/// Computed from events like a ``Standing``, and by the same two clocks. None of it changes a state: what follows from
/// it is for policies to say.
public struct Circumstances: Hashable, Sendable {
    /// When the person last asked to join, confirmed or not.
    public private(set) var requestedAt: Instant?
    /// Whether the use of the data is paused.
    ///
    /// Art. 18 GDPR. The last of pause and end counts. A pause and its end that are claimed for the same moment leave it paused.
    public var isRestricted: Bool { restriction?.kind == .restricted }
    /// When the person last complained.
    public private(set) var complainedAt: Instant?
    /// When a mail last came back for good.
    public private(set) var bouncedAt: Instant?
    /// How many requests of the person wait for an answer; each answer closes one that was opened before it.
    public private(set) var openRequests = 0
    /// Whether a request of the person waits for an answer.
    public var hasOpenRequest: Bool { openRequests > 0 }
    /// When the last stop took effect, also where a later yes lifted it.
    public private(set) var lastStopAt: Instant?

    private var restriction: SubjectEvent?

    /// Nothing of all that.
    public static let none = Circumstances(of: [], for: .everything)

    /// Gathers what the events of one subject say.
    ///
    /// - Parameters:
    ///   - events: Events of the subject, in any order; those of another purpose are passed over.
    ///   - purpose: The purpose in question.
    ///   - asOf: Events that the ledger learnt later are passed over; nil takes all.
    public init(of events: [SubjectEvent], for purpose: Purpose, asOf: Instant? = nil) {
        var requests: [SubjectEvent] = []
        for event in events where event.purpose == purpose || event.purpose == .everything {
            if let asOf, event.recordedAt > asOf { continue }
            take(event)
            if event.kind == .requestOpened || event.kind == .requestClosed { requests.append(event) }
        }
        requests.sort { Self.rank($0, onTie: .requestOpened) < Self.rank($1, onTie: .requestOpened) }
        for event in requests {
            openRequests = event.kind == .requestOpened ? openRequests + 1 : max(0, openRequests - 1)
        }
    }

    private mutating func take(_ event: SubjectEvent) {
        func later(_ moment: Instant?) -> Instant { max(moment ?? event.effectiveAt, event.effectiveAt) }
        switch event.kind {
        case .requested: requestedAt = later(requestedAt)
        case .complained: complainedAt = later(complainedAt)
        case .bounced: bouncedAt = later(bouncedAt)
        case .withdrawn, .refused, .objected: lastStopAt = later(lastStopAt)
        case .restricted, .restrictionLifted:
            restriction = Self.later(restriction, event, onTie: .restricted)
        case .requestOpened, .requestClosed, .requestExtended, .exported, .dossierMade: break
        case .given, .released, .releaseConfirmed: break
        }
    }

    /// The later of two events; of those that are claimed for the same moment, the stricter.
    private static func later(
        _ known: SubjectEvent?, _ event: SubjectEvent, onTie stricter: EventKind
    ) -> SubjectEvent {
        guard let known else { return event }
        return rank(known, onTie: stricter) < rank(event, onTie: stricter) ? event : known
    }

    /// The order of events in time; of those that are claimed for the same moment, the stricter comes last.
    private static func rank(_ event: SubjectEvent, onTie stricter: EventKind) -> (Instant, Int, Int, Int64) {
        let isClaimed = event.occurredAt != nil
        let strictness = isClaimed && event.kind == stricter ? 1 : 0
        return (event.effectiveAt, isClaimed ? 0 : 1, strictness, event.sequence)
    }
}
