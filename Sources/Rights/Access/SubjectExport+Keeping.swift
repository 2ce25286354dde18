import Consent
import Ledger

extension SubjectExport {
    /// How long everything is kept: what was declared, and what the schedule says of this very person.
    func keeping() -> [Letter.Block] {
        let declared = purposes.compactMap { state in
            state.terms.retention.map {
                words(.retentionLine, ["purpose": state.purpose.id, "retention": words.retention($0)])
            }
        }
        let lines = declared + kept.map(line)
        return [
            .heading(words[.howLong]),
            lines.isEmpty ? .paragraph(words[.retentionUntold]) : .items(lines),
        ]
    }

    private func line(_ item: KeptItem) -> String {
        let until = (item.until ?? item.reviewOn)?.day ?? ""
        let blanks: KeyValuePairs = [
            "what": words(
                .keptRecords,
                ["purpose": item.purpose.map { $0 == .everything ? words[.allMail] : $0.id } ?? ""]),
            "span": item.span.map(span) ?? "", "from": item.from?.day ?? "", "until": until,
        ]
        return words(Self.phrase(item), blanks)
    }

    private func span(_ span: KeptItem.Span) -> String {
        span.months > 0 ? words.span(span.months, .month) : words.span(span.days, .day)
    }

    private static func phrase(_ item: KeptItem) -> Phrase {
        switch item.kind {
        case .inUse: item.isByYear ? .keptInUseYear : .keptInUse
        case .unconfirmed: .keptUnconfirmed
        case .proof: item.isByYear ? .keptProofYear : .keptProof
        case .hold: .keptHold
        case .restricted: .keptRestricted
        case .openRequest: .keptOpenRequest
        case .stopsYes: .keptStop
        case .reports: .keptReports
        case .source: .keptSource
        case .suppression: item.until == nil ? .keptSuppression : .keptSuppressionEnd
        }
    }
}
