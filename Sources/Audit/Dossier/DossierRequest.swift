import CanonicalJSON
import Consent
import Ledger

/// Something that a person asked for, and when it was answered.
struct DossierRequest: Sendable {
    let opened: SubjectRecord
    let extended: SubjectRecord?
    let closed: SubjectRecord?

    /// When it came: the day that was told, else when it happened or was recorded.
    var receivedAt: Instant {
        opened.told["received"].flatMap { try? Instant(parsing: $0 + "T00:00:00Z") }
            ?? opened.event.effectiveAt
    }

    /// The last day for an answer: one month from the asking, two more where it was put off.
    ///
    /// Art. 12(3) GDPR.
    var due: Instant { receivedAt.advanced(byMonths: extended == nil ? 1 : 3) }

    /// What was asked for, if that was told.
    var kind: String? { opened.told["kind"] }

    /// Pairs requests with the answers to them: one that names its request, and else one that came after it.
    static func all(among records: [SubjectRecord]) -> [DossierRequest] {
        func later(_ kind: EventKind, than opened: SubjectRecord) -> SubjectRecord? {
            records.filter { record in
                guard record.event.kind == kind else { return false }
                if let named = record.told["request"] { return named == opened.rid.description }
                return (record.event.purpose == opened.event.purpose || record.event.purpose == .everything)
                    && record.event.effectiveAt >= opened.event.effectiveAt
            }.min { $0.event.effectiveAt < $1.event.effectiveAt }
        }
        return records.filter { $0.event.kind == .requestOpened }.map { opened in
            DossierRequest(
                opened: opened, extended: later(.requestExtended, than: opened),
                closed: later(.requestClosed, than: opened))
        }
    }

    /// What became of it, in a sentence.
    func words(at moment: Instant) -> String {
        if let closed {
            let late = closed.event.effectiveAt.day > due.day ? ", after the day on which it was due" : ""
            return "answered on \(closed.event.effectiveAt)\(late)"
        }
        return moment.day > due.day ? "OVERDUE: it was due on \(due.day)" : "open, due on \(due.day)"
    }

    func json(at moment: Instant) -> JSONValue {
        .object(of: [
            "index": .integer(Int64(clamping: opened.index)), "purpose": .string(opened.event.purpose.id),
            "openedAt": .string(receivedAt.description), "due": .string(due.day),
            "closedAt": closed.map { .string($0.event.effectiveAt.description) },
            "closedIndex": closed.map { .integer(Int64(clamping: $0.index)) },
            "kind": kind.map { .string($0) },
            "extendedAt": extended.map { .string($0.event.effectiveAt.description) },
            "reason": opened.reason.map { .string($0) },
            "isOverdue": .boolean(closed == nil && moment.day > due.day),
        ])
    }
}
