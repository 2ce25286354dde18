import CanonicalJSON
import Consent
import Ledger

/// How long something about a person is kept, and why.
struct RetentionLine: Hashable, Sendable {
    let what: String
    /// Until which day, where one can be named.
    let until: String?
    let why: String

    var json: JSONValue {
        .object(of: ["what": .string(what), "until": until.map { .string($0) }, "why": .string(why)])
    }
}

extension SubjectDossier {
    /// How long what the dossier tells is kept, by the schedule that this program comes with.
    var retention: [RetentionLine] {
        var lines: [RetentionLine] = []
        for state in states {
            guard let event = state.standing.decisive else { continue }
            lines.append(Self.line(for: state, event))
        }
        if !wordings.isEmpty {
            lines.append(
                RetentionLine(
                    what: "The wordings", until: nil,
                    why: "as long as any consent under them is kept, and 36 months more"))
        }
        if !vettings.isEmpty {
            let last = vettings.map(\.recordedAt).max() ?? madeAt
            lines.append(
                RetentionLine(
                    what: "The certificates of vettings", until: last.advanced(byMonths: 60).day,
                    why: "60 months, to account for what was checked (Art. 5(2) GDPR); they hold no address"))
        }
        for request in requests where request.closed != nil {
            let closedAt = request.closed?.event.effectiveAt ?? madeAt
            lines.append(
                RetentionLine(
                    what: "The request of \(request.receivedAt.day)",
                    until: closedAt.advanced(byMonths: 36).day, why: "36 months after the answer, for claims")
            )
        }
        if !suppressions.isEmpty {
            lines.append(
                RetentionLine(
                    what: "The entry of the do-not-mail list", until: nil,
                    why: "as long as there is marketing, looked at again every 36 months (Art. 21(3) GDPR)"))
        }
        return lines
    }

    private static func line(for state: PurposeState, _ event: SubjectEvent) -> RetentionLine {
        let subject = "The records and evidence for \(state.purpose)"
        switch state.standing.state {
        case .given:
            return RetentionLine(
                what: subject, until: nil,
                why:
                    "as long as the yes is used, to prove it (Art. 7(1) GDPR); after its end 36 months, to the end of "
                    + "that year")
        case .requested:
            return RetentionLine(
                what: subject, until: event.effectiveAt.advanced(by: 7 * 86_400).day,
                why: "a request to join that nobody confirms is kept for 7 days")
        case .withdrawn, .refused, .objected, .none:
            let year = event.effectiveAt.advanced(byMonths: 36).day.prefix(4)
            return RetentionLine(
                what: subject, until: "\(year)-12-31",
                why:
                    "36 months after the last event, to the end of that year, for claims (Art. 17(3)(e) GDPR)"
            )
        }
    }
}
