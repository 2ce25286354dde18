import CanonicalJSON
import Consent
import Ledger

/// Something that a person asked for, and when it was answered.
struct SubjectRequest: Sendable {
    let opened: SubjectRecord
    let closed: SubjectRecord?

    /// The last day for an answer: one month from the asking.
    ///
    /// Art. 12(3) GDPR.
    var due: Instant { opened.event.effectiveAt.advanced(byMonths: 1) }

    /// Pairs requests with the answers to them: an answer closes whatever was asked before it.
    static func all(among records: [SubjectRecord]) -> [SubjectRequest] {
        let answers = records.filter { $0.event.kind == .requestClosed }
        return records.filter { $0.event.kind == .requestOpened }.map { opened in
            SubjectRequest(
                opened: opened,
                closed: answers.filter { answer in
                    (answer.event.purpose == opened.event.purpose || answer.event.purpose == .everything)
                        && answer.event.effectiveAt >= opened.event.effectiveAt
                }.min { $0.event.effectiveAt < $1.event.effectiveAt })
        }
    }

    /// What became of it, in a sentence.
    func words(at moment: Instant) -> String {
        if let closed {
            let late = closed.event.effectiveAt > due ? ", after the month that the law gives" : ""
            return "answered on \(closed.event.effectiveAt)\(late)"
        }
        return moment > due ? "OVERDUE: it was due on \(due.day)" : "open, due on \(due.day)"
    }

    func json(at moment: Instant) -> JSONValue {
        .object(of: [
            "index": .integer(Int64(clamping: opened.index)), "purpose": .string(opened.event.purpose.id),
            "openedAt": .string(opened.event.effectiveAt.description), "due": .string(due.day),
            "closedAt": closed.map { .string($0.event.effectiveAt.description) },
            "closedIndex": closed.map { .integer(Int64(clamping: $0.index)) },
            "reason": opened.reason.map { .string($0) },
            "isOverdue": .boolean(closed == nil && moment > due),
        ])
    }
}
