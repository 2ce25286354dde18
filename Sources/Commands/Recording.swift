import Consent
import Gate
import Ledger

/// Brings an act into the ledger and says what comes of it.
struct Recording {
    let ledger: Ledger
    let policy: ChosenPolicy

    /// Records an act.
    func record(_ act: SubjectAct) throws -> RecordedAnswer {
        let event = try ledger.record(act)
        // An objection to all mail is an objection to the newsletter, which every ledger knows.
        let purpose = act.purpose == .everything ? Purpose.newsletter : act.purpose
        let standing = try ledger.standing(of: act.address, for: purpose)
        return RecordedAnswer(
            kind: act.kind, purpose: act.purpose, event: event, state: standing.state,
            forecast: try Forecast(of: act.address, for: purpose, ledger: ledger, policy: policy))
    }
}
