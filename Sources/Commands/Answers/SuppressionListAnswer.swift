import CanonicalJSON
import Consent
import Ledger

/// What `suppress list` answers.
struct SuppressionListAnswer: Answer {
    let summary: SuppressionSummary
    let isDueOnly: Bool

    func text(in palette: Palette) -> String {
        let groups = shown
        guard !groups.isEmpty else {
            return isDueOnly ? "Nothing is due.\n" : "Nobody is on the do-not-mail list.\n"
        }
        let total = groups.reduce(0) { $0 + number($1) }
        var text = palette.paint(
            (total == 1 ? "1 entry is " : "\(total) entries are ")
                + (isDueOnly ? "to be looked at" : "on the do-not-mail list"), .strong)
        text += "\n\n"
        var columns = Columns()
        for group in groups {
            columns.add([
                group.month, String(number(group)), group.kind.title, group.reason.rawValue,
                group.scope.spoken,
            ])
        }
        text += columns.text
        if !isDueOnly {
            text += "\nreview  " + (reviews.isEmpty ? "none is due" : reviews.joined(separator: ", ")) + "\n"
        } else {
            text +=
                "\nStill needed: consentgate suppress review. Needed no more: consentgate retention plan\n"
        }
        return text
    }

    private var shown: [SuppressionSummary.Group] {
        summary.groups.filter { number($0) > 0 }.sorted { a, b in
            (a.month, a.scope, a.reason.rawValue, a.kind.word)
                < (b.month, b.scope, b.reason.rawValue, b.kind.word)
        }
    }

    private func number(_ group: SuppressionSummary.Group) -> UInt64 { isDueOnly ? group.due : group.count }

    private var reviews: [String] {
        (summary.due > 0 ? ["\(summary.due) now"] : [])
            + summary.reviews.prefix(3).map { "\($0.count) in \($0.month)" }
    }

    var json: JSONValue {
        func count(_ number: UInt64) -> JSONValue { .integer(Int64(clamping: number)) }
        return .object(of: [
            "count": count(summary.count), "due": count(summary.due),
            "groups": .array(
                shown.map { group in
                    .object(of: [
                        "scope": .string(group.scope.id), "reason": .string(group.reason.rawValue),
                        "kind": .string(group.kind.word), "month": .string(group.month),
                        "count": count(group.count), "due": count(group.due),
                    ])
                }),
            "reviews": .array(
                summary.reviews.map { .object(of: ["month": .string($0.month), "count": count($0.count)]) }),
        ])
    }
}

extension SuppressionSummary.Kind {
    /// As people say it.
    fileprivate var title: String {
        switch self {
        case .address: "by address"
        case .hash(let kind): "by \(kind.title)"
        }
    }
}
