import CanonicalJSON
import Consent
import Ledger
import MerkleLog

/// A vetted list in which a person stood, and what was found.
struct SubjectListing: Sendable {
    let run: RecordID
    let index: UInt64
    let recordedAt: Instant
    let row: UInt64
    let verdict: Verdict
    let rules: [String]
    let purpose: String
    let policy: String
    let policyDigest: String
    let listDigest: String
    /// The tool in whose form the accepted contacts were written, if one was named.
    let tool: String?
    let record: JSONValue
    let receipt: TransparencyProof

    init(_ record: OpenRecord, _ found: SubjectVetting, receipt: TransparencyProof) {
        (run, index, recordedAt) = (record.rid, record.index, record.recordedAt)
        (row, verdict, rules) = (found.row, found.verdict, found.rules)
        purpose = record["purpose"]?.text ?? "?"
        policy = record["policy"]?["id"]?.text ?? "?"
        policyDigest = record["policy"]?["sha256"]?.text ?? "?"
        listDigest = record["list"]?["sha256"]?.text ?? "?"
        tool = record["tool"]?.text
        self.record = record.json
        self.receipt = receipt
    }

    var json: JSONValue {
        .object(of: [
            "run": .string(run.description), "index": .integer(Int64(clamping: index)),
            "recordedAt": .string(recordedAt.description), "purpose": .string(purpose),
            "list": .string(listDigest), "row": .integer(Int64(clamping: row)),
            "verdict": .string(verdict.rawValue), "rules": .array(rules.map { .string($0) }),
            "policy": .object(of: ["id": .string(policy), "sha256": .string(policyDigest)]),
            "tool": tool.map { .string($0) }, "record": record, "rid": .string(run.description),
            "receipt": .string(SubjectDossier.receiptName(run)),
        ])
    }
}

extension Verdict {
    /// What became of a contact, in plain words.
    var words: String {
        switch self {
        case .accept: "accepted"
        case .hold: "held"
        case .reject: "rejected"
        }
    }

    /// The class of its badge.
    var tone: String {
        switch self {
        case .accept: "good"
        case .hold: "hold"
        case .reject: "bad"
        }
    }
}
