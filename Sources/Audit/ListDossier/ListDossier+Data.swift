package import CanonicalJSON
import Consent
import Cryptography
import Ledger
import MerkleLog

extension ListDossier {
    /// The dossier as JSON; addresses in it are shortened.
    package var json: JSONValue {
        let head = trail.checkpoint.checkpoint
        return .object(of: [
            "format": .string(Self.format), "id": .string(id), "madeAt": .string(madeAt.description),
            "program": .string(notes.program), "case": notes.caseText.map { .string($0) },
            "log": .string(head.origin), "verifierKey": .string(trail.verifierKey.text),
            "checkpoint": CheckpointSummary.json(of: head), "controller": controller.map(\.json),
            "run": .string(trail.run.description), "rid": .string(trail.run.description),
            "index": .integer(Int64(clamping: trail.index)),
            "recordedAt": .string(trail.recordedAt.description), "record": trail.record.json,
            "receipt": .string(SubjectDossier.receiptName(trail.run)), "leafHash": .string(receipt.leafHash),
            "statement": .string(statement),
            "rules": .array(
                rules.map { rule in
                    .object(of: [
                        "id": .string(rule.id), "slug": notes.rules[rule.id].map { .string($0.slug) },
                        "reason": notes.rules[rule.id].map { .string($0.reason) },
                        "law": notes.rules[rule.id].map { .string($0.law) }, "count": .integer(rule.count),
                    ])
                }),
            "outputs": .array(
                files.map { file in
                    .object(of: [
                        "name": .string(file.name), "sha256": .string(file.sha256),
                        "bytes": .integer(file.bytes),
                        "isApproved": .boolean(ListFileWords.isApproved(file.name)),
                    ])
                }),
            "policy": policy, "sample": sampled, "releases": .array(releases.map(Self.json)),
            "released": .array(
                releasedRules.map { .object(of: ["id": .string($0.id), "count": .integer($0.count)]) }),
            "suppression": .object(of: ["entries": .integer(Int64(clamping: suppressionCount))]),
            "declarations": .array(
                declarations.map { found in
                    .object(of: [
                        "name": .string(found.name), "value": .string(found.declaration.value),
                        "since": .string(found.declaration.at.description),
                    ])
                }),
            "wordings": .array(wordings.map(\.json)), "gaps": .array(gaps.map(\.json)),
        ])
    }

    private var policy: JSONValue {
        let told = trail.record["policy"]
        return .object(of: [
            "id": told?["id"], "sha256": told?["sha256"], "source": told?["source"],
            "adoption": adoption.map { adoption in
                .object(of: [
                    "rid": .string(adoption.rid.description),
                    "index": .integer(Int64(clamping: adoption.index)),
                    "receipt": .string(SubjectDossier.receiptName(adoption.rid)),
                ])
            },
            "files": .array(
                notes.policyFiles.enumerated().map { place, file in
                    .object(of: [
                        "name": .string(file.name), "file": .string(Self.fileName(of: file, place)),
                        "sha256": .string(SHA256.digest(of: Array(file.text.utf8)).hex),
                    ])
                }),
        ])
    }

    private var sampled: JSONValue {
        .object(of: [
            "seed": .string(sample.seed), "population": .integer(Int64(clamping: sample.population)),
            "size": .integer(Int64(sample.items.count)), "failures": .integer(Int64(sample.failures)),
            "items": .array(sample.items.map(\.json)),
        ])
    }

    private static func json(of record: SubjectRecord) -> JSONValue {
        .object(of: [
            "index": .integer(Int64(clamping: record.index)),
            "recordedAt": .string(record.event.recordedAt.description),
            "row": record.release?.terms.map { .integer(Int64(clamping: $0.row)) },
            "rules": record.release?.terms.map { .array($0.rules.map { .string($0) }) },
            "role": record.release?.terms.map { .string($0.role.rawValue) },
            "by": record.release.map { .string($0.by) }, "reason": record.reason.map { .string($0) },
            "expiresAt": record.release?.terms.map { .string($0.expiresAt.description) },
        ])
    }

    /// Where a file of the policy lies within the dossier.
    ///
    /// Its name comes from outside and is taken only where it leads nowhere else.
    static func fileName(of file: DossierNotes.PolicyFile, _ place: Int) -> String {
        let parts = file.name.split(separator: "/", omittingEmptySubsequences: false)
        let isPlain =
            file.name.utf8.count <= 200
            && parts.allSatisfy { part in
                !part.isEmpty && part.first != "."
                    && part.utf8.allSatisfy { byte in
                        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
                            || byte == UInt8(ascii: ".")
                    }
            }
        return "policy/" + (isPlain ? file.name : "file-\(place + 1).yaml")
    }
}
