package import CanonicalJSON
import Consent
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
            "checkpoint": checkpoint.map { CheckpointSummary.json(of: $0.checkpoint) },
            "timestamps": stamps.isEmpty ? nil : .array(stamps.map(Self.json)),
            "cosignatures": sightings.isEmpty ? nil : .array(sightings.map(Self.json)), "record": record,
        ])
    }

    private static func json(_ stamp: Stamp) -> JSONValue {
        .object(of: [
            "size": .integer(Int64(clamping: stamp.size)),
            "noLaterThan": .string(stamp.noLaterThan.description), "verified": .boolean(stamp.isVerified),
        ])
    }

    private static func json(_ sighting: Sighting) -> JSONValue {
        .object(of: ["witness": .string(sighting.witness), "at": .string(sighting.at.description)])
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
        // The newest say the most; a log may have one for every day of many years.
        for stamp in stamps.filter(\.isVerified).suffix(3) {
            let what = stamp.size == 1 ? "the first entry" : "the first \(stamp.size) entries"
            lines.append("  stamped  \(what) existed no later than \(stamp.noLaterThan)")
        }
        for sighting in sightings {
            lines.append("  cosigned by witness \(sighting.witness) at \(sighting.at)")
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
