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

    /// - Parameters:
    ///   - own: What is recorded for the purpose.
    ///   - purpose: The purpose.
    ///   - everything: What is recorded of the same person for all mail; none for a thread of all mail itself.
    ///   - hold: Asks for the hold on it, which takes opening its records.
    func fate(
        of own: [SubjectEvent], for purpose: Purpose, everything: [SubjectEvent],
        hold: () throws -> Hold?
    ) throws -> ThreadFate {
        let events = own + everything
        let standing = Standing(of: events, for: purpose)
        let circumstances = Circumstances(of: events, for: purpose)
        if circumstances.isRestricted {
            guard let hold = try hold() else { return .stays(.restricted) }
            guard !isBack(standing, events) else { return .stays(.inUse) }
            return .goes(.holdOver, from: nil, at: hold.until)
        }
        if circumstances.hasOpenRequest { return .stays(.openRequest) }
        switch standing.state {
        case .given: return .stays(.inUse)
        case .requested where events.allSatisfy { $0.kind == .requested || $0.kind == .dossierMade }:
            let asked = circumstances.requestedAt ?? now
            return .goes(.unconfirmed, from: asked, at: schedule.end(of: .unconfirmed, from: asked))
        case .none, .requested, .withdrawn, .refused, .objected:
            // When the ledger learnt it: what was taken over yesterday of long ago is not gone tomorrow.
            // Nobody keeps anything longer because somebody looked at it.
            let acts = events.filter { $0.kind != .dossierMade }
            let last =
                (acts.isEmpty ? events : acts).map { max($0.recordedAt, $0.effectiveAt) }.max() ?? now
            return .goes(.proof, from: last, at: schedule.end(of: .proof, from: last))
        }
    }

    /// Whether the person said yes after they were put on hold.
    private func isBack(_ standing: Standing, _ events: [SubjectEvent]) -> Bool {
        guard standing.state == .given, let yes = standing.decisive else { return false }
        return !events.contains { $0.kind == .restricted && $0.sequence > yes.sequence }
    }
}
