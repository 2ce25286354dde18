import CanonicalJSON
import Ledger

/// What a backup holds and how long each part may be kept.
struct BackupAnswer: Answer {
    let folder: String
    let manifest: BackupManifest

    func text(in palette: Palette) -> String {
        var lines = NamedLines()
        lines.add("backup", folder)
        lines.add("log", "\(manifest.origin), \(manifest.size) entries")
        for part in manifest.parts {
            var counts = part.counts.sorted { $0.key < $1.key }.filter {
                $0.key != "keys" && $0.key != "policies"
            }
            .map { "\($0.value) \(Self.words[$0.key] ?? $0.key)" }
            let size = part.files.reduce(0) { $0 + $1.bytes }
            if part.part == .policies {
                counts = part.files.count == 1 ? ["1 file"] : ["\(part.files.count) files"]
            }
            lines.add(
                part.part.rawValue,
                (counts + [Self.size(size), Self.keeping(part.part)]).joined(separator: ", "))
        }
        return lines.text
    }

    private static let words = ["openRecords": "open records"]

    private static func size(_ bytes: Int64) -> String {
        bytes < 10_240 ? "\(bytes) bytes" : bytes < 10 << 20 ? "\(bytes >> 10) KiB" : "\(bytes >> 20) MiB"
    }

    private static func keeping(_ part: BackupPart) -> String {
        if part == .keys { return "keep apart from everything else" }
        if part == .suppress { return "keep the newest" }
        return part.days.map { "keep \($0) days at most" } ?? "keep for ever"
    }

    var json: JSONValue {
        guard case .object(let members) = manifest.json else { return manifest.json }
        return .object([.init("out", .string(folder))] + members)
    }
}
