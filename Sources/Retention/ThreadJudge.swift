import Consent
import Ledger
import Policies

/// Says what becomes of what is recorded of one person for one purpose.
///
/// Early destruction is refused here: a yes that stands is in use, a pause and an open request keep everything, and an
/// objection to all mail stays as long as a yes that it stands against.
struct ThreadJudge {
    let schedule: RetentionSchedule
    let now: Instant
    /// Asks for the hold on a thread, which takes opening its records.
    let hold: (SubjectThread) throws -> Hold?

    /// - Parameters:
    ///   - thread: What is recorded for the purpose.
    ///   - everything: What is recorded of the same person for all mail; none for a thread of all mail itself.
    func fate(of thread: SubjectThread, everything: [SubjectEvent]) throws -> ThreadFate {
        let events = thread.events + everything
        let standing = Standing(of: events, for: thread.purpose)
        let circumstances = Circumstances(of: events, for: thread.purpose)
        if circumstances.isRestricted {
            guard let hold = try hold(thread) else { return .stays(.restricted) }
            guard !isBack(standing, events) else { return .stays(.inUse) }
            return .goes(.holdOver, at: hold.until)
        }
        if circumstances.hasOpenRequest { return .stays(.openRequest) }
        switch standing.state {
        case .given: return .stays(.inUse)
        case .requested where events.allSatisfy { $0.kind == .requested }:
            let asked = circumstances.requestedAt ?? now
            return .goes(.unconfirmed, at: schedule.end(of: .unconfirmed, from: asked))
        case .none, .requested, .withdrawn, .refused, .objected:
            // When the ledger learnt it: what was taken over yesterday of long ago is not gone tomorrow.
            let last = events.map { max($0.recordedAt, $0.effectiveAt) }.max() ?? now
            return .goes(.proof, at: schedule.end(of: .proof, from: last))
        }
    }

    /// Whether the person said yes after they were put on hold.
    private func isBack(_ standing: Standing, _ events: [SubjectEvent]) -> Bool {
        guard standing.state == .given, let yes = standing.decisive else { return false }
        return !events.contains { $0.kind == .restricted && $0.sequence > yes.sequence }
    }
}
