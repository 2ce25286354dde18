import Consent
import Ledger

extension CheckupLine {
    /// How the open requests of people stand; nothing where there are none.
    static func requests(_ requests: [SubjectRequest], now: Instant) -> [CheckupLine] {
        let open = requests.filter(\.isOpen).sorted { $0.dueOn < $1.dueOn }
        guard let first = open.first else { return [] }
        let overdue = open.count { $0.isOverdue(at: now) }
        guard overdue > 0 else {
            return [CheckupLine(.ok, "requests", "\(open.count) open, the next due on \(first.dueOn.day)")]
        }
        return [
            CheckupLine(
                .fail, "requests", "\(overdue) overdue, the first since \(first.dueOn.day).",
                hint: "Answer now: consentgate request list --overdue")
        ]
    }
}
