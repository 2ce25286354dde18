/// What holds between one subject and one purpose, and the event that decided it.
///
/// Computed from events, never stored: yesterday's answer is the same computation over fewer events. The rules:
///
/// 1. Without a stop, the strongest yes stands (by grade, then by what it can show, then the latest).
/// 2. A stop (withdrawn, refused, objected) beats every yes except a fresh act of the person: one of grade
///    ``Grade/form`` or better that happened after the last stop. An import or an attestation never lifts a stop.
/// 3. Of several stops the gravest names the state: objected, then refused, then withdrawn.
/// 4. A stop whose time nobody can say counts from when the ledger learnt it; a yes without a time lifts nothing.
public struct Standing: Hashable, Sendable {
    /// What holds.
    public let state: ConsentState
    /// The event that decided, nil where nothing is recorded.
    public let decisive: SubjectEvent?
    /// Whether a yes stands that came after a stop.
    public let isReturn: Bool

    /// Nothing is recorded.
    public static let none = Standing(state: .none, decisive: nil, isReturn: false)

    private init(state: ConsentState, decisive: SubjectEvent?, isReturn: Bool) {
        self.state = state
        self.decisive = decisive
        self.isReturn = isReturn
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
        guard let lastStop = stops.max(by: { ($0.effectiveAt, $0.sequence) < ($1.effectiveAt, $1.sequence) })
        else {
            self =
                Self.strongest(of: gives).map { Standing(state: .given, decisive: $0, isReturn: false) }
                ?? .none
            return
        }
        let fresh = gives.filter { event in
            event.grade >= .form && event.occurredAt.map { $0 > lastStop.effectiveAt } ?? false
        }
        if let lifting = Self.strongest(of: fresh) {
            self = Standing(state: .given, decisive: lifting, isReturn: true)
        } else {
            self = Self.gravest(of: stops, fallback: lastStop)
        }
    }

    private static func strongest(of gives: [SubjectEvent]) -> SubjectEvent? {
        func rank(_ event: SubjectEvent) -> (Int, Int, Instant, Int64) {
            let shows = (event.wording == nil ? 0 : 1) + (event.occurredAt == nil ? 0 : 1)
            return (event.grade.rawValue, shows, event.effectiveAt, event.sequence)
        }
        return gives.max { rank($0) < rank($1) }
    }

    private static func gravest(of stops: [SubjectEvent], fallback: SubjectEvent) -> Standing {
        for (kind, state): (EventKind, ConsentState) in [(.objected, .objected), (.refused, .refused)] {
            let ofKind = stops.filter { $0.kind == kind }
            if let last = ofKind.max(by: { ($0.effectiveAt, $0.sequence) < ($1.effectiveAt, $1.sequence) }) {
                return Standing(state: state, decisive: last, isReturn: false)
            }
        }
        return Standing(state: .withdrawn, decisive: fallback, isReturn: false)
    }
}
