package import CanonicalJSON
public import Consent
import Cryptography
public import Ledger
public import MerkleLog
import Pages

/// What was recorded of one vetting of a list: the certificate, and its proof as of now.
public struct ListTrail: Sendable {
    static let format = "consentgate-list-trail/v1"

    /// The name of the run.
    public let run: RecordID
    /// When the ledger recorded it.
    public let recordedAt: Instant
    /// Its place in the log.
    public let index: UInt64
    /// The checkpoint that the proof leads to.
    public let checkpoint: VerifiedCheckpoint

    let record: OpenRecord
    let proof: TransparencyProof
    let verifierKey: VerifierKey

    /// Finds a run.
    ///
    /// - Parameters:
    ///   - name: 32 hexadecimal digits, or the first six or more of them where no other run begins alike.
    ///   - ledger: The ledger that has it.
    /// - Throws: ``AuditError/Code/unknownRun``, or `LedgerError` or `ProofError` where it cannot be proven.
    public init(run name: String, in ledger: Ledger) throws {
        let wanted = name.lowercased()
        let isPrefix = wanted.utf8.count >= 6 && wanted.allSatisfy { $0.isHexDigit && $0.isASCII }
        guard isPrefix else {
            throw AuditError(
                .unknownRun, "This is not the name of a run.",
                hint: "Give the name that vet answered with, or at least its first six digits.")
        }
        let found = try ledger.openRecords(.listVetted).filter { $0.rid.description.hasPrefix(wanted) }
        guard let record = found.first else {
            throw AuditError(
                .unknownRun, "No run of the name \(wanted) is recorded.",
                hint: "The names of all runs stand in: consentgate audit ledger")
        }
        guard found.count == 1 else {
            throw AuditError(
                .unknownRun, "\(found.count) runs begin with \(wanted).", hint: "Give more digits.")
        }
        (run, recordedAt, index) = (record.rid, record.recordedAt, record.index)
        self.record = record
        verifierKey = ledger.verifierKey
        proof = try ledger.proof(of: record.index, disclosing: nil)
        checkpoint = try proof.verify(
            entry: Commitment.leaf(opening: record.opening, record: record.record), key: ledger.verifierKey)
    }

    /// The trail as JSON.
    package var json: JSONValue {
        .object(of: [
            "format": .string(Self.format), "run": .string(run.description),
            "index": .integer(Int64(clamping: index)), "recordedAt": .string(recordedAt.description),
            "record": record.json, "checkpoint": CheckpointSummary.json(of: checkpoint.checkpoint),
            "proof": .string(proof.serialized), "verifierKey": .string(verifierKey.text),
        ])
    }

    /// The trail in lines for people, without a line end after the last.
    public var text: String {
        var lines = ["Run \(run), recorded at \(recordedAt)"]
        for (label, value) in facts { lines.append("  \(label): \(value)") }
        for (title, rows) in charts {
            lines.append("  \(title):")
            for row in rows { lines.append("    \(row.label): \(row.count)") }
        }
        let head = checkpoint.checkpoint
        lines.append("  Proven: entry \(index) of \(head.size), log \(head.origin), root \(head.root.base64)")
        return lines.joined(separator: "\n")
    }

    /// What the certificate says in single words.
    var facts: [(label: String, value: String)] {
        let list = record["list"]
        let policy = record["policy"]
        var facts: [(String, String?)] = [
            ("Controller", record["controller"]?["name"]?.text ?? record["controller"]?.text),
            ("Purpose", record["purpose"]?.text),
            ("Policy", policy?["id"]?.text), ("Policy from", policy?["source"]?.text),
            ("Policy SHA-256", policy?["sha256"]?.text), ("List SHA-256", list?["sha256"]?.text),
            ("List bytes", list?["bytes"]?.number.map(String.init)), ("List layout", list?["layout"]?.text),
            ("List encoding", list?["encoding"]?.text),
        ]
        for name in ["rows", "accepted", "held", "rejected"] {
            facts.append(
                (name.prefix(1).uppercased() + name.dropFirst(), record[name]?.number.map(String.init)))
        }
        for output in record["outputs"]?.members ?? [] {
            facts.append(("\(output.name) file SHA-256", output.value["sha256"]?.text))
        }
        return facts.compactMap { label, value in value.map { (label, $0) } }
    }

    /// What the certificate counts.
    var charts: [(title: String, rows: [ChartRow])] {
        func rows(_ name: String) -> [ChartRow] {
            (record[name]?.members ?? []).compactMap { member in
                member.value.number.map { ChartRow(member.name, Int(clamping: $0)) }
            }.sorted { ($1.count, $0.label) < ($0.count, $1.label) }
        }
        let tones = ["accepted": "accept", "held": "hold", "rejected": "reject"]
        let verdicts = ["accepted", "held", "rejected"].compactMap { name in
            record[name]?.number.map { ChartRow(name, Int(clamping: $0), tone: tones[name] ?? "") }
        }
        return [("Verdicts", verdicts), ("Rules", rows("rules")), ("Origins", rows("origins"))]
            .filter { !$0.1.isEmpty }
    }
}
