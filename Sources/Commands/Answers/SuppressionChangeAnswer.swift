import CanonicalJSON
import Consent
import Ledger

/// What `suppress add` and `suppress remove` answer: the same for whoever was on the list and whoever was not.
struct SuppressionChangeAnswer: Answer {
    /// What was done.
    enum Change: String {
        case added
        case removed
    }

    let change: Change
    let count: Int
    let scope: Purpose
    let record: RecordID
    var since: String?
    var review: String?

    func text(in palette: Palette) -> String {
        var lines = NamedLines()
        let addresses = count == 1 ? "1 address" : "\(count) addresses"
        switch change {
        case .added:
            lines.add("kept off", "\(addresses), \(scope.spoken)")
            if let since { lines.add("since", since) }
            if let review { lines.add("review", review) }
        case .removed:
            lines.add("taken off", "\(addresses), \(scope.spoken)")
            lines.add("effect", "Nothing of the do-not-mail list holds them any more\(scopeNote).")
            lines.add("", "An objection that is recorded stays until they sign up again.")
        }
        lines.add("record", record.description)
        return lines.text
    }

    private var scopeNote: String {
        scope == .everything ? "" : " for \(scope.id), unless they are on it for all mail"
    }

    var json: JSONValue {
        .object(of: [
            "change": .string(change.rawValue), "count": .integer(Int64(clamping: count)),
            "scope": .string(scope.id), "record": .string(record.description),
            "since": since.map { .string($0) }, "review": review.map { .string($0) },
        ])
    }
}

/// What `suppress review` answers.
struct SuppressionReviewAnswer: Answer {
    let count: UInt64
    let next: String

    func text(in palette: Palette) -> String {
        count == 0
            ? "Nothing is due.\n"
            : "reviewed  \(count == 1 ? "1 entry stays" : "\(count) entries stay"), to be looked at again on \(next)\n"
    }

    var json: JSONValue {
        .object(of: ["reviewed": .integer(Int64(clamping: count)), "next": .string(next)])
    }
}
