package import CanonicalJSON
import Consent
import Cryptography
import Ledger
import MerkleLog

extension SubjectDossier {
    /// The dossier as JSON, which is personal data.
    package var json: JSONValue {
        .object(of: [
            "format": .string(Self.format), "id": .string(id), "madeAt": .string(madeAt.description),
            "program": .string(notes.program), "case": notes.caseText.map { .string($0) },
            "asOf": notes.asOf?.json,
            "log": .string(checkpoint.checkpoint.origin), "verifierKey": .string(verifierKey.text),
            "checkpoint": CheckpointSummary.json(of: checkpoint.checkpoint),
            "controller": controller.map(\.json), "policy": notes.policy.map(\.json),
            "subject": .object(of: ["email": .string(address.normalized), "lookup": .string(lookup)]),
            "isEmpty": .boolean(isEmpty),
            "states": .array(states.map(json)), "events": .array(entries.map(Self.json)),
            "consents": .array(consents.map(\.json)), "wordings": .array(wordings.map(\.json)),
            "vettings": .array(vettings.map(\.json)),
            "releases": .array(releases.map(Self.release)),
            "requests": .array(requests.map { $0.json(at: lookedAt) }),
            "suppressions": .array(
                suppressions.map { found in
                    .object(of: [
                        "scope": .string(found.scope.id), "since": .string(found.tag.since),
                        "reason": .string(found.tag.reason.rawValue),
                    ])
                }),
            "recipients": .array(
                recipients.map { .object(of: ["name": .string($0.name), "words": .string($0.words)]) }),
            "declarations": .array(
                declarations.map { found in
                    .object(of: [
                        "purpose": .string(found.purpose.id), "name": .string(found.name),
                        "value": .string(found.declaration.value),
                        "since": .string(found.declaration.at.description),
                    ])
                }),
            "retention": .array(retention.map(\.json)), "gaps": .array(gaps.map(\.json)),
        ])
    }

    private func json(of state: PurposeState) -> JSONValue {
        .object(of: [
            "purpose": .string(state.purpose.id), "state": .string(state.standing.state.rawValue),
            "isReturn": .boolean(state.standing.isReturn), "why": .string(state.reason),
            "circumstances": state.circumstances.isEmpty
                ? nil : .array(state.circumstances.map { .string($0) }),
            "decisiveIndex": state.standing.decisive.map { .integer($0.sequence) },
            "verdict": notes.verdicts[state.purpose].map { note in
                .object(of: [
                    "verdict": .string(note.verdict.rawValue), "rule": note.rule.map { .string($0) },
                    "reason": note.rule.flatMap { notes.rules[$0] }.map { .string($0.reason) },
                ])
            },
        ])
    }

    private static func json(of entry: Entry) -> JSONValue {
        let record = entry.record
        return .object(of: [
            "rid": .string(record.rid.description), "index": .integer(Int64(clamping: record.index)),
            "leafHash": entry.leafHash.map { .string($0.base64) },
            "recordedAt": .string(record.event.recordedAt.description),
            "occurredAt": record.event.occurredAt.map { .string($0.description) },
            "record": record.json, "receipt": .string(receiptName(record.rid)),
            "evidence": .array(
                zip(record.evidence, entry.conditions).map { evidence, condition in
                    .object(of: [
                        "sha256": .string(evidence.digest.hex), "kind": .string(evidence.kind),
                        "size": .integer(evidence.size), "kept": .string(evidence.keeping.rawValue),
                        "conditionNow": .string(condition.rawValue),
                        "file": condition == .intact ? .string(evidenceName(evidence)) : nil,
                    ])
                }),
        ])
    }

    private static func release(_ record: SubjectRecord) -> JSONValue {
        .object(of: [
            "index": .integer(Int64(clamping: record.index)), "type": .string(record.event.kind.rawValue),
            "recordedAt": .string(record.event.recordedAt.description),
            "by": record.release.map { .string($0.by) },
            "reason": record.reason.map { .string($0) },
            "run": record.release?.terms.map { .string($0.run.description) },
            "row": record.release?.terms.map { .integer(Int64(clamping: $0.row)) },
            "rules": record.release?.terms.map { .array($0.rules.map { .string($0) }) },
            "expiresAt": record.release?.terms.map { .string($0.expiresAt.description) },
        ])
    }

    /// Where the receipt of a record lies within the dossier.
    static func receiptName(_ rid: RecordID) -> String { receiptName(rid.description) }

    static func receiptName(_ rid: String) -> String { "receipts/\(rid).tlog-proof" }

    /// Where a copy of evidence lies within the dossier.
    ///
    /// The ending comes from outside and is taken only where it is a plain one.
    static func evidenceName(_ evidence: Evidence) -> String {
        let isPlain =
            (1...10).contains(evidence.kind.utf8.count)
            && evidence.kind.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) }
        return "evidence/\(evidence.digest.hex).\(isPlain ? evidence.kind : "bin")"
    }
}

extension SubjectDossier.ShownWording {
    /// Where the verbatim text lies within the dossier.
    var fileName: String { "wordings/\(wording.reference.id)-\(wording.reference.version).md" }

    var json: JSONValue {
        .object(of: [
            "wording": .string(wording.reference.description), "rid": .string(rid.description),
            "index": .integer(Int64(clamping: index)), "publishedAt": .string(publishedAt.description),
            "record": record, "receipt": .string(SubjectDossier.receiptName(rid)), "file": .string(fileName),
        ])
    }
}

extension AsOf {
    var json: JSONValue {
        .object(of: ["moment": .string(moment.description), "clock": .string(clock.rawValue)])
    }
}

extension Controller {
    var json: JSONValue {
        .object(of: ["name": .string(name), "country": country.map { .string($0) }])
    }
}

extension DossierNotes.PolicyNote {
    var json: JSONValue {
        .object(of: [
            "id": .string(id), "sha256": .string(sha256), "source": .string(source),
            "adoptedAt": adoptedAt.map { .string($0.description) },
        ])
    }
}
