import Consent
import Ledger
import Pages

extension SubjectDossier {
    /// What became of the person beyond the records of acts: lists, releases, requests, recipients.
    var account: [String: PageValue] {
        let told = Set(vettings.flatMap(\.rules)).sorted()
        return [
            "hasLists": .flag(!vettings.isEmpty), "lists": .list(vettings.map(context)),
            "ruleWords": .list(
                told.compactMap { id in
                    notes.rules[id].map { rule in
                        [
                            "title": .text(notes.title(ofRule: id)), "reason": .text(rule.reason),
                            "law": .text(rule.law),
                        ]
                    }
                }),
            "releases": .list(
                releases.map { record in
                    [
                        "recordedAt": .text(record.event.recordedAt.description),
                        "words": .text(record.release?.text ?? record.event.kind.words),
                        "reason": .optional(record.reason), "entry": .text(String(record.index)),
                    ]
                }),
            "requests": .list(
                requests.map { request in
                    [
                        "openedAt": .text(request.receivedAt.day),
                        "words": .text(request.words(at: lookedAt)),
                        "kind": .optional(request.kind), "reason": .optional(request.opened.reason),
                        "entry": .text(String(request.opened.index)),
                    ]
                }),
            "suppressions": .list(
                suppressions.map { found in
                    [
                        "scope": .text(found.scope.words), "since": .text(found.tag.since),
                        "reason": .text(found.tag.reason.words),
                    ]
                }),
            "recipients": .list(
                recipients.map { ["name": .text($0.name), "words": .text($0.words)] }),
            "hasDeclared": .flag(!declarations.isEmpty),
            "declared": .list(
                declarations.map { found in
                    [
                        "question": .text(notes.facts[found.name] ?? found.name),
                        "purpose": .text(found.purpose.id), "value": .text(found.declaration.words),
                        "since": .text(found.declaration.at.day),
                    ]
                }),
            "hasRetention": .flag(!retention.isEmpty),
            "retention": .list(
                retention.map { line in
                    [
                        "what": .text(line.what), "until": .text(line.until ?? "no fixed day"),
                        "why": .text(line.why),
                    ]
                }),
        ]
    }

    private func context(of vetting: SubjectListing) -> PageValue {
        [
            "recordedAt": .text(vetting.recordedAt.description), "run": .text(vetting.run.description),
            "row": .number(vetting.row), "purpose": .text(vetting.purpose),
            "verdict": .text(vetting.verdict.words), "tone": .text(vetting.verdict.tone),
            "rules": .text(
                vetting.rules.isEmpty
                    ? "none" : vetting.rules.map(notes.title(ofRule:)).joined(separator: ", ")),
            "policy": .text(vetting.policy), "receipt": .text(Self.receiptName(vetting.run)),
        ]
    }
}
