import CanonicalJSON
import Consent

/// How long something about a person is kept, and why.
struct RetentionLine: Hashable, Sendable {
    let what: String
    /// The class in the schedule; nil for what no schedule ends.
    var kind: KeptItem.Kind?
    /// From which day its time counts, where it has begun.
    var from: String?
    /// How long that is.
    var term: String?
    /// Until which day, where one can be named.
    var until: String?
    let why: String

    init(_ what: String, why: String) { (self.what, self.why) = (what, why) }

    var json: JSONValue {
        .object(of: [
            "what": .string(what), "class": kind.map { .string($0.rawValue) },
            "from": from.map { .string($0) }, "term": term.map { .string($0) },
            "until": until.map { .string($0) }, "why": .string(why),
        ])
    }
}

extension RetentionLine {
    /// A line about something that has its time.
    init(_ item: KeptItem) {
        self.init(Self.what(item), why: "\(Self.why(item)) (\(item.law))")
        kind = item.kind
        (from, term, until) = (item.from?.day, item.span?.words, item.until?.day)
    }

    private static func what(_ item: KeptItem) -> String {
        let purpose = item.purpose.map { " for \($0.words)" } ?? ""
        switch item.kind {
        case .reports: return "The lists and the page of the vetting of \(item.from?.day ?? "a day")"
        case .source:
            return "A keyed fingerprint in the list that was remembered on \(item.from?.day ?? "a day")"
        case .suppression: return "The entry of the do-not-mail list\(purpose)"
        default: return "The records and evidence\(purpose)"
        }
    }

    private static func why(_ item: KeptItem) -> String {
        let span = item.span?.words ?? "a time"
        let from = item.from?.day ?? "a day"
        switch item.kind {
        case .inUse:
            return "as long as the yes is used, to prove it; after its end \(span)"
                + (item.isByYear ? " from the end of that year" : "")
        case .unconfirmed: return "\(span) after the wish to join of \(from), which nobody confirmed"
        case .proof:
            return item.isByYear
                ? "\(span) after the end of the year of the last event, of \(from)"
                : "\(span) after the last event, of \(from)"
        case .hold: return "until the day that was told, and used for nothing else"
        case .restricted: return "its use is paused, and nobody said until when"
        case .openRequest: return "the person waits for an answer"
        case .stopsYes: return "it stops a yes that is still recorded"
        case .reports: return "\(span) after the vetting"
        case .source: return "until the day that was told for the list"
        case .suppression:
            return item.reviewOn.map {
                "from \(from), as long as there is marketing; looked at again on \($0.day)"
            } ?? "\(span) after \(from)"
        }
    }
}

extension SubjectDossier {
    /// How long what the dossier tells is kept, by the schedule of the policy that is in force.
    var retention: [RetentionLine] {
        var lines = (notes.kept ?? []).map { RetentionLine($0) }
        if !wordings.isEmpty || !vettings.isEmpty {
            lines.append(
                RetentionLine(
                    "The wordings and the certificates of vettings",
                    why:
                        "for good, in the log: they account for what was done (Art. 5(2) GDPR), and name nobody"
                ))
        }
        return lines
    }
}
