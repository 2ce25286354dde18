import CanonicalJSON
import Consent
import Ledger
import Retention

/// What is past its time, what will be, and what stays.
struct RetentionPlanAnswer: Answer {
    let plan: RetentionPlan

    /// Names of records and files that are shown; --json gives all of them.
    private static let shown = 20

    var json: JSONValue { plan.json }

    func text(in palette: Palette) -> String {
        var text = "retention by \(plan.policy) on \(plan.moment.day)\n\n"
        for line in plan.lines where line.due > 0 || !line.later.isEmpty {
            let due =
                line.due == 0
                ? "none due"
                : palette.paint("\(line.due) \(line.isDestroyed ? "to go" : "to look at")", .doubtful)
            text += "\(line.kind.title): \(due)\n  \(line.term) (\(line.law))\n"
            if !line.entries.isEmpty {
                text += "  entries \(named(line.entries.sorted().map(String.init)))\n"
            }
            if line.kind == .reports {
                for file in plan.files.prefix(Self.shown) { text += "  \(file.path)\n" }
            }
            if line.kind == .suppressions, line.due > 0, !line.isDestroyed {
                text += "  See: consentgate suppress list --due\n"
            }
            let later = line.later.sorted { $0.key < $1.key }
            if !later.isEmpty {
                let months = later.prefix(3).map { "\($0.value) in \($0.key)" }
                text += "  later: \(months.joined(separator: ", "))\(later.count > 3 ? ", …" : "")\n"
            }
            text += "\n"
        }
        let stays = RetentionPlan.Stay.allCases.compactMap { reason in
            plan.stays[reason].map { "\($0) \(reason.words)" }
        }
        if !stays.isEmpty { text += "stay: \(stays.joined(separator: ", "))\n" }
        text +=
            plan.isEmpty ? "Nothing is to be destroyed.\n" : "Destroy it with: consentgate retention run\n"
        return text
    }

    private func named(_ names: [String]) -> String {
        names.prefix(Self.shown).joined(separator: " ")
            + (names.count > Self.shown ? " and \(names.count - Self.shown) more" : "")
    }
}

extension RetentionPlan.Kind {
    /// As people say it.
    fileprivate var title: String {
        switch self {
        case .unconfirmed: "unconfirmed wishes to join"
        case .proof: "proof of what is over"
        case .holdOver: "kept against an erasure"
        case .reports: "lists and reports of vettings"
        case .sources: "remembered lists"
        case .suppressions: "do-not-mail entries"
        }
    }
}

extension RetentionPlan.Stay {
    /// As people say it.
    fileprivate var words: String {
        switch self {
        case .inUse: "with a yes that stands"
        case .restricted: "paused"
        case .openRequest: "waiting for an answer"
        case .stopsYes: "against a yes that is still recorded"
        }
    }
}
