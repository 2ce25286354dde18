package import Consent

/// Why a state holds, in plain words: the rules of `Standing`, told about one case.
package enum StandingReason {
    /// One to three sentences.
    ///
    /// - Parameters:
    ///   - standing: What holds.
    ///   - events: The events of the subject, of every purpose.
    ///   - purpose: The purpose in question.
    package static func words(
        _ standing: Standing, among events: [SubjectEvent], for purpose: Purpose
    ) -> String {
        guard let event = standing.decisive else {
            let isBare = events.allSatisfy { $0.purpose != purpose && $0.purpose != .everything }
            return isBare
                ? "Nothing is recorded for this purpose."
                : "Neither a yes nor a stop is recorded for this purpose."
        }
        let moment =
            event.occurredAt.map { "on \($0)" }
            ?? "at a time that nobody told (recorded on \(event.recordedAt))"
        switch standing.state {
        case .none: return "Nothing is recorded for this purpose."
        case .requested:
            return "The person asked to join \(moment), and has not confirmed it. That is not yet a yes."
        case .given:
            let act = "The person said yes \(moment), with evidence of the grade \"\(event.grade.name)\"."
            return standing.isReturn
                ? "\(act) It happened after the last stop and is the person's own act, so it lifts that stop."
                : "\(act) It is the strongest recorded yes, and no stop is recorded."
        case .withdrawn: return stop("withdrew", moment, event, events, purpose)
        case .refused: return stop("was asked and said no", moment, event, events, purpose)
        case .objected: return stop("objected to direct marketing", moment, event, events, purpose)
        }
    }

    private static func stop(
        _ act: String, _ moment: String, _ event: SubjectEvent, _ events: [SubjectEvent], _ purpose: Purpose
    ) -> String {
        let scope = event.purpose == .everything ? ", for all mail of this controller" : ""
        let told =
            "The person \(act) \(moment)\(scope). A stop beats every yes except a later act of the person's own."
        let isWeakLater = events.contains { other in
            other.kind == .given && other.purpose == purpose && other.sequence > event.sequence
        }
        return isWeakLater
            ? told + " A yes that was recorded later does not lift it: it is weaker, older or undated." : told
    }
}
