import CanonicalJSON
import Consent
import Ledger

/// A request, how far it is, and what comes next.
struct RequestAnswerLines: Answer {
    let request: SubjectRequest
    let now: Instant

    func text(in palette: Palette) -> String {
        var lines = NamedLines()
        lines.add("request", request.rid.description)
        if let kind = request.kind { lines.add("kind", "\(kind.rawValue) (\(kind.article))") }
        lines.add("received", request.receivedOn.day)
        if let closing = request.closing {
            lines.add("answered", "\(closing.at.day), \(closing.answer?.rawValue ?? "not told how")")
        } else {
            let late = request.isOverdue(at: now)
            let due = request.dueOn.day + (request.extended == nil ? "" : ", put off by two months")
            lines.add("due", late ? palette.paint(due + ": overdue", .bad) : due)
            if let next { lines.add("next", next) }
        }
        return lines.text
    }

    /// The command that does what is asked for.
    private var next: String? {
        switch request.kind {
        case .access, .portability: "consentgate export subject ADDRESS --request \(request.rid) --out DIR"
        case .erasure: "consentgate erase ADDRESS"
        case .objection: "consentgate object ADDRESS, at once"
        case .withdrawal: "consentgate withdraw ADDRESS --purpose PURPOSE, at once"
        case .restriction: "consentgate restrict ADDRESS"
        case .rectification: "record what is right; what was recorded stays beside it"
        case nil: nil
        }
    }

    var json: JSONValue { request.json(at: now) }
}

extension SubjectRequest {
    /// How it stands at a moment, in a word or two.
    func state(at moment: Instant) -> String {
        if let closing { return closing.answer?.rawValue ?? "answered" }
        return isOverdue(at: moment) ? "OVERDUE" : extended == nil ? "open" : "put off"
    }

    /// For programs; with the shortened address alone.
    func json(at moment: Instant) -> JSONValue {
        .object(of: [
            "request": .string(rid.description), "subject": .string(address.shortened),
            "kind": kind.map { .string($0.rawValue) }, "received": .string(receivedOn.day),
            "due": .string(dueOn.day), "isOpen": .boolean(isOpen),
            "isOverdue": .boolean(isOverdue(at: moment)),
            "extended": extended.map { .string($0.at.description) },
            "answer": closing?.answer.map { .string($0.rawValue) },
            "answeredAt": closing.map { .string($0.at.description) },
        ])
    }
}
