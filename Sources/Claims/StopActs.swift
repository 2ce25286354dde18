import Consent
import Ledger
import Lists
import Origins

/// Makes ends of a permission out of what a row says of unsubscribing, bouncing and complaining.
///
/// | the list says | recorded as |
/// | --- | --- |
/// | unsubscribed | withdrawn |
/// | bounced for good, blocked, cleaned | withdrawn, with the reason: nobody says no, but nobody may be mailed either |
/// | complained of spam | objected, which also puts the address on the do-not-mail list |
///
/// A stop is taken for what it says at its latest, so that no yes from before it seems to be later; without a time it
/// counts from when the ledger learnt it.
struct StopActs {
    private let setting: ClaimJudge.Setting
    private let survey: TimeSurvey
    private let isOfKnownTool: Bool

    init(_ setting: ClaimJudge.Setting, survey: TimeSurvey, isOfKnownTool: Bool) {
        self.setting = setting
        self.survey = survey
        self.isOfKnownTool = isOfKnownTool
    }

    /// At most one withdrawal and one objection.
    func acts(_ stops: [Stop], _ address: EmailAddress, _ mark: ImportMark) -> [SubjectAct] {
        [
            (EventKind.withdrawn, stops.filter { $0.kind != .complained }),
            (.objected, stops.filter { $0.kind == .complained }),
        ]
        .compactMap { kind, stops in
            stops.isEmpty ? nil : act(kind, stops, address, mark)
        }
    }

    private func act(
        _ kind: EventKind, _ stops: [Stop], _ address: EmailAddress, _ mark: ImportMark
    ) -> SubjectAct {
        var act = SubjectAct(kind, address: address, purpose: setting.purpose)
        act.method = .imported
        act.source = setting.system
        act.reason = stops.map { reason($0.kind) }.joined(separator: ", ")
        act.imported = mark
        if let time = stops.lazy.compactMap({ $0.time.flatMap(self.time) }).first {
            act.occurredAt = min(time.latest, setting.now)
            act.imported?.claimedAt = time.instant
            act.imported?.timeRemarks = time.remarks
        }
        return act
    }

    private func reason(_ kind: StopKind) -> String {
        switch kind {
        case .unsubscribed: "unsubscribed"
        case .bounced: "bounced"
        case .complained: "complained of spam"
        case .blocked: "blocked"
        }
    }

    /// The time of a stop; what cannot be read, or lies ahead, is none, and the stop stands all the same.
    private func time(_ cell: ClaimedCell) -> ClaimedTime? {
        let order = setting.dateOrder ?? survey.order(of: cell, isOfKnownTool: isOfKnownTool)
        guard let written = WrittenTime(parsing: cell.text), let time = try? written.resolved(order),
            time.earliest <= setting.now, time.instant >= ClaimJudge.earliest
        else { return nil }
        return time
    }
}
