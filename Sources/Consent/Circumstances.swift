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
    /// Whether a request of the person waits for an answer; an answer closes whatever was asked before it.
    public var hasOpenRequest: Bool { request?.kind == .requestOpened }
    /// When the last stop took effect, also where a later yes lifted it.
    public private(set) var lastStopAt: Instant?

    private var restriction: SubjectEvent?
    private var request: SubjectEvent?

    /// Nothing of all that.
    public static let none = Circumstances(of: [], for: .everything)

    /// Gathers what the events of one subject say.
    ///
    /// - Parameters:
    ///   - events: Events of the subject, in any order; those of another purpose are passed over.
    ///   - purpose: The purpose in question.
    ///   - asOf: Events that the ledger learnt later are passed over; nil takes all.
    public init(of events: [SubjectEvent], for purpose: Purpose, asOf: Instant? = nil) {
        for event in events where event.purpose == purpose || event.purpose == .everything {
            if let asOf, event.recordedAt > asOf { continue }
            take(event)
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
        case .requestOpened, .requestClosed: request = Self.later(request, event, onTie: .requestOpened)
        case .given, .released, .releaseConfirmed: break
        }
    }

    /// The later of two events; of those that are claimed for the same moment, the stricter.
    private static func later(
        _ known: SubjectEvent?, _ event: SubjectEvent, onTie stricter: EventKind
    ) -> SubjectEvent {
        func rank(_ event: SubjectEvent) -> (Instant, Int, Int, Int64) {
            let isClaimed = event.occurredAt != nil
            let strictness = isClaimed && event.kind == stricter ? 1 : 0
            return (event.effectiveAt, isClaimed ? 0 : 1, strictness, event.sequence)
        }
        guard let known else { return event }
        return rank(known) < rank(event) ? event : known
    }
}
