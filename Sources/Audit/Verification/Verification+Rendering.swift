package import CanonicalJSON
import Cryptography
import MerkleLog

extension Verification {
    /// The value of the member `format`.
    package static let format = "consentgate-verification/v1"

    /// The result as JSON.
    package var json: JSONValue {
        .object(of: [
            "format": .string(Self.format), "subject": .string(subject.rawValue), "path": .string(path),
            "holds": .boolean(holds),
            "findings": .array(
                findings.map { .object(of: ["place": .string($0.place), "problem": .string($0.problem)]) }),
            "notes": .array(notes.map { .string($0) }),
            "checked": .object(counts.map { .init($0.name, .integer(Int64(clamping: $0.number))) }),
            "verifierKey": key.map { .string($0.text) },
            "keySource": key == nil ? nil : .string(keySource.rawValue),
            "checkpoint": checkpoint.map { CheckpointSummary.json(of: $0.checkpoint) }, "record": record,
        ])
    }

    /// The result in lines for people, without a line end after the last.
    public var text: String {
        var lines = [holds ? "\(title): it holds" : "\(title): IT DOES NOT HOLD"]
        for finding in findings { lines.append("  wrong    \(finding.place): \(finding.problem)") }
        for count in counts { lines.append("  checked  \(count.number) \(count.name)") }
        if let checkpoint = checkpoint?.checkpoint {
            lines.append(
                "  signed   \(checkpoint.origin), \(checkpoint.size) entries, root \(checkpoint.root.base64)")
        }
        for note in notes { lines.append("  note     \(note)") }
        return lines.joined(separator: "\n")
    }

    private var title: String {
        switch subject {
        case .log: "Exported log \(path)"
        case .ledger: "Ledger \(path)"
        case .dossier: "Dossier \(path)"
        case .receipt: "Receipt \(path)"
        case .certificate: "Certificate \(path)"
        case .erasure: "Certificate of erasure \(path)"
        }
    }
}
