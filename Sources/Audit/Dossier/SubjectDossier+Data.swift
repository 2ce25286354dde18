package import CanonicalJSON
import Consent
import Ledger
import MerkleLog

extension SubjectDossier {
    /// The dossier as JSON, which is personal data.
    package var json: JSONValue {
        .object(of: [
            "format": .string(Self.format), "madeAt": .string(madeAt.description),
            "log": .string(checkpoint.checkpoint.origin), "verifierKey": .string(verifierKey.text),
            "checkpoint": CheckpointSummary.json(of: checkpoint.checkpoint),
            "controller": controller.map { controller in
                .object(of: [
                    "name": .string(controller.name), "country": controller.country.map { .string($0) },
                ])
            },
            "subject": .object(of: ["email": .string(address.normalized)]),
            "isEmpty": .boolean(isEmpty),
            "doNotMail": suppression.map {
                .object(of: ["since": .string($0.since), "reason": .string($0.reason.rawValue)])
            },
            "states": .array(states.map(Self.json)), "events": .array(entries.map(Self.json)),
            "wordings": .array(wordings.map(Self.json)),
        ])
    }

    private static func json(of state: PurposeState) -> JSONValue {
        .object(of: [
            "purpose": .string(state.purpose.id), "state": .string(state.standing.state.rawValue),
            "isReturn": .boolean(state.standing.isReturn), "why": .string(state.reason),
            "circumstances": state.circumstances.isEmpty
                ? nil : .array(state.circumstances.map { .string($0) }),
            "decisiveIndex": state.standing.decisive.map { .integer($0.sequence) },
        ])
    }

    private static func json(of entry: Entry) -> JSONValue {
        let record = entry.record
        return .object(of: [
            "rid": .string(record.rid.description), "index": .integer(Int64(clamping: record.index)),
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

    private static func json(of shown: ShownWording) -> JSONValue {
        .object(of: [
            "wording": .string(shown.wording.reference.description), "rid": .string(shown.rid.description),
            "record": shown.record, "receipt": .string(receiptName(shown.rid)),
        ])
    }

    /// Where the receipt of a record lies within the dossier.
    static func receiptName(_ rid: RecordID) -> String { "receipts/\(rid).tlog-proof" }

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
