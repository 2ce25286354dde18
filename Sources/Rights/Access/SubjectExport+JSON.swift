package import CanonicalJSON
import Consent
import Ledger

extension SubjectExport {
    static let format = "consentgate-subject-export/v1"

    /// The export for programs, the same members for everybody.
    ///
    /// Art. 20 GDPR.
    package var json: JSONValue {
        .object(of: [
            "format": .string(Self.format), "madeAt": .string(madeAt.description),
            "controller": controller.map(ConsentReceipt.json),
            "subject": .object(of: ["email": .string(address.normalized)]), "isEmpty": .boolean(isEmpty),
            "answers": answered.map { .string($0.rid.description) },
            "purposes": .array(purposes.map(Self.json)),
            "records": .array(entries.map(Self.json)),
            "wordings": .array(wordings.map(ConsentReceipt.json)),
            "vettings": .array(vettings.map(Self.json)),
            "doNotMail": .array(
                suppressions.map { scope, tag in
                    .object(of: [
                        "purpose": .string(scope.id), "since": .string(tag.since),
                        "reason": .string(tag.reason.rawValue),
                    ])
                }),
            "retention": .array(kept.map(Self.json)),
            "registeredLists": .array(sources.map(Self.json)),
            "requests": .array(requests.map(Self.json)),
            "rights": .array(LegalRight.allCases.map { .string($0.article) }),
            "authority": controller?[.authority].map { .string($0) },
            "automatedDecisions": false, "profiling": false,
        ])
    }

    private static func json(of state: PurposeState) -> JSONValue {
        let terms = state.terms
        return .object(of: [
            "purpose": .string(state.purpose.id), "state": .string(state.standing.state.rawValue),
            "legalBasis": "consent", "retention": terms.retention.map { .string($0) },
            "storedIn": terms.storedIn.map { .array($0.map { .string($0) }) },
            "recipients": terms.recipients.map { .array($0.map { .string($0) }) },
            "leavesEurope": terms.leavesEurope.map { .boolean($0) },
            "transferMechanism": terms.hasMechanism.map { .boolean($0) },
        ])
    }

    private static func json(of entry: Entry) -> JSONValue {
        let record = entry.record
        return .object(of: [
            "record": withoutOthers(record.json), "index": .integer(Int64(clamping: record.index)),
            "evidence": .array(
                entry.files.map { file in
                    .object(of: [
                        "sha256": .string(file.evidence.digest.hex), "kind": .string(file.evidence.kind),
                        "size": .integer(file.evidence.size), "is": .string(file.fate.rawValue),
                        "file": file.fate == .enclosed ? .string(file.name) : nil,
                    ])
                }),
        ])
    }

    /// A record without the names of those who released a row.
    private static func withoutOthers(_ record: JSONValue) -> JSONValue {
        .object(
            (record.members ?? []).map { member in
                guard member.name == "release", let parts = member.value.members else { return member }
                return .init(member.name, .object(parts.filter { $0.name != "by" }))
            })
    }

    private static func json(of vetting: Vetting) -> JSONValue {
        .object(of: [
            "run": .string(vetting.run.description), "at": .string(vetting.at.description),
            "purpose": .string(vetting.purpose), "verdict": .string(vetting.verdict.rawValue),
            "rules": .array(vetting.rules.map { .string($0) }), "reason": vetting.reason.map { .string($0) },
        ])
    }

    private static func json(of item: KeptItem) -> JSONValue {
        .object(of: [
            "class": .string(item.kind.rawValue), "purpose": item.purpose.map { .string($0.id) },
            "term": item.span.map { .string($0.words) }, "from": item.from.map { .string($0.day) },
            "until": item.until.map { .string($0.day) }, "reviewOn": item.reviewOn.map { .string($0.day) },
            "law": .string(item.law),
        ])
    }

    private static func json(of source: KeptSource) -> JSONValue {
        .object(of: [
            "registeredAt": .string(source.source.addedAt.description),
            "origin": .string(source.source.origin.rawValue), "label": source.label.map { .string($0) },
            "keptUntil": .string(source.source.expiresAt.description), "kept": "a keyed fingerprint",
        ])
    }

    private static func json(of request: SubjectRequest) -> JSONValue {
        .object(of: [
            "request": .string(request.rid.description), "kind": request.kind.map { .string($0.rawValue) },
            "received": .string(request.receivedOn.day), "due": .string(request.dueOn.day),
            "isOpen": .boolean(request.isOpen),
            "answer": request.closing?.answer.map { .string($0.rawValue) },
            "answeredAt": request.closing.map { .string($0.at.description) },
            "reason": request.closing?.reason.map { .string($0) },
        ])
    }
}
