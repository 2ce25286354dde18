/// What holds between one subject and one purpose, and the event that decided it.
///
/// Computed from events, never stored: yesterday's answer is the same computation over fewer events. The rules:
///
/// 1. Without a stop, the strongest yes stands (by grade, then by what it can show, then the latest).
/// 2. A stop (withdrawn, refused, objected) beats every yes except a fresh act of the person: one of grade
///    ``Grade/form`` or better that happened after the last stop. An import or an attestation never lifts a stop.
/// 3. Of several stops the gravest names the state: objected, then refused, then withdrawn.
/// 4. A stop whose time nobody can say counts from when the ledger learnt it; a yes without a time lifts nothing.
/// 5. Where neither a yes nor a stop stands, a wish to join that nobody confirmed names the state.
///
/// Other events change no state; see ``Circumstances``.
public struct Standing: Hashable, Sendable {
    /// What holds.
    public let state: ConsentState
    /// The event that decided, nil where nothing is recorded.
    public let decisive: SubjectEvent?
    /// Whether a yes stands that came after a stop.
    public let isReturn: Bool
    /// Whether a yes and a stop contradict each other, and the stop won: both are claimed for the same moment, or nobody
    /// can say when the yes was.
    ///
    /// A later act of the person's own, which lifts the stop, settles that too.
    public let isContradicted: Bool

    /// Nothing is recorded.
    public static let none = Standing(state: .none, decisive: nil)

    private init(
        state: ConsentState, decisive: SubjectEvent?, isReturn: Bool = false, isContradicted: Bool = false
    ) {
        self.state = state
        self.decisive = decisive
        self.isReturn = isReturn
        self.isContradicted = isContradicted
    }

    /// Adds up the events of one subject for a purpose.
    ///
    /// - Parameters:
    ///   - events: Events of the subject, of this purpose and of ``Purpose/everything``, in any order; others are
    ///     passed over.
    ///   - purpose: The purpose in question.
    ///   - asOf: Events that the ledger learnt later are passed over; nil takes all.
    public init(of events: [SubjectEvent], for purpose: Purpose, asOf: Instant? = nil) {
        let known = events.filter { event in
            (event.purpose == purpose || event.purpose == .everything)
                && asOf.map { event.recordedAt <= $0 } ?? true
        }
        let gives = known.filter { $0.kind == .given }
        let stops = known.filter { $0.kind.isStop }
        guard let lastStop = Self.last(of: stops) else {
            self = Self.withoutStop(gives, requests: known.filter { $0.kind == .requested })
            return
        }
        let fresh = gives.filter { event in
            event.grade >= .form && event.occurredAt.map { $0 > lastStop.effectiveAt } ?? false
        }
        if let lifting = Self.strongest(of: fresh) {
            self = Standing(state: .given, decisive: lifting, isReturn: true)
        } else {
            let (state, decisive) = Self.gravest(of: stops, fallback: lastStop)
            self = Standing(
                state: state, decisive: decisive, isContradicted: Self.contradict(gives, stops))
        }
    }

    private static func withoutStop(_ gives: [SubjectEvent], requests: [SubjectEvent]) -> Standing {
        if let yes = strongest(of: gives) { return Standing(state: .given, decisive: yes) }
        return last(of: requests).map { Standing(state: .requested, decisive: $0) } ?? .none
    }

    private static func contradict(_ gives: [SubjectEvent], _ stops: [SubjectEvent]) -> Bool {
        gives.contains { yes in
            guard let claimed = yes.occurredAt else { return true }
            return stops.contains { $0.occurredAt == claimed }
        }
    }

    private static func strongest(of gives: [SubjectEvent]) -> SubjectEvent? {
        func rank(_ event: SubjectEvent) -> (Int, Int, Instant, Int64) {
            let shows = (event.wording == nil ? 0 : 1) + (event.occurredAt == nil ? 0 : 1)
            return (event.grade.rawValue, shows, event.effectiveAt, event.sequence)
        }
        return gives.max { rank($0) < rank($1) }
    }

    private static func last(of events: [SubjectEvent]) -> SubjectEvent? {
        events.max { ($0.effectiveAt, $0.sequence) < ($1.effectiveAt, $1.sequence) }
    }

    private static func gravest(
        of stops: [SubjectEvent], fallback: SubjectEvent
    ) -> (ConsentState, SubjectEvent) {
        for (kind, state): (EventKind, ConsentState) in [(.objected, .objected), (.refused, .refused)] {
            if let last = last(of: stops.filter { $0.kind == kind }) { return (state, last) }
        }
        return (.withdrawn, fallback)
    }
}
