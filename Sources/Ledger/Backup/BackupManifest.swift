package import CanonicalJSON
public import Consent
public import MerkleLog

/// What a backup holds: of which ledger, as of which checkpoint, and the digest of every file.
///
/// Holds nothing personal and no key.
public struct BackupManifest: Sendable {
    /// The format's name.
    public static let format = "consentgate-backup/v1"
    /// Its name within a backup.
    public static let fileName = "manifest.json"

    /// One part: its files, and how much is in them.
    public struct Part: Hashable, Sendable {
        /// Which part.
        public let part: BackupPart
        /// Its files.
        public let files: [BackupFile]
        /// How much is in it, by name, such as `records`.
        public let counts: [String: Int64]

        /// Its files, and their names within the home of a ledger.
        var placed: [(file: BackupFile, name: String)] {
            part == .policies ? files.map { ($0, $0.path) } : Array(zip(files, part.files))
        }
    }

    /// When the copies were made.
    public let madeAt: Instant
    /// The name of the log.
    public let origin: String
    /// The key that verifies its checkpoints.
    public let verifierKey: VerifierKey
    /// The newest checkpoint at that moment.
    public let checkpoint: VerifiedCheckpoint
    /// The parts, in the order of ``BackupPart``.
    public let parts: [Part]

    /// Entries of the log at that moment.
    public var size: UInt64 { checkpoint.checkpoint.size }

    /// The manifest as it is written.
    package var json: JSONValue {
        .object(of: [
            "format": .string(Self.format), "madeAt": .string(madeAt.description), "log": .string(origin),
            "verifierKey": .string(verifierKey.text), "size": .integer(Int64(clamping: size)),
            "checkpoint": .string(checkpoint.note.serialized), "parts": .array(parts.map(json)),
        ])
    }

    private func json(_ part: Part) -> JSONValue {
        .object(of: [
            "part": .string(part.part.rawValue),
            "keepUntil": part.part.days.map { .string(madeAt.advanced(by: $0 * 86_400).day) },
            "files": .array(
                part.files.map { file in
                    .object(of: [
                        "path": .string(file.path), "bytes": .integer(file.bytes),
                        "sha256": .string(file.sha256),
                    ])
                }),
            "counts": .object(
                part.counts.sorted { $0.key < $1.key }.map { .init($0.key, .integer($0.value)) }),
        ])
    }

    init(
        madeAt: Instant, origin: String, verifierKey: VerifierKey, checkpoint: VerifiedCheckpoint,
        parts: [Part]
    ) {
        (self.madeAt, self.origin, self.verifierKey) = (madeAt, origin, verifierKey)
        (self.checkpoint, self.parts) = (checkpoint, parts)
    }

    /// Reads a manifest; nil for anything that this program does not write.
    ///
    /// Every file must be one of its part, at its place: a manifest is no way to reach elsewhere.
    init?(_ json: JSONValue) {
        guard json["format"]?.text == Self.format,
            let madeAt = json["madeAt"]?.text.flatMap({ try? Instant(parsing: $0) }),
            let origin = json["log"]?.text,
            let key = json["verifierKey"]?.text.flatMap({ try? VerifierKey(parsing: $0) }),
            let note = json["checkpoint"]?.text.flatMap({ try? SignedNote(parsing: Array($0.utf8)) }),
            let checkpoint = try? key.verified(note, origin: origin),
            let items = json["parts"]?.items, !items.isEmpty
        else { return nil }
        let parts = items.compactMap(Self.part)
        guard parts.count == items.count, Set(parts.map(\.part)).count == parts.count else { return nil }
        self.init(
            madeAt: madeAt, origin: origin, verifierKey: key, checkpoint: checkpoint, parts: parts)
    }

    private static func part(_ json: JSONValue) -> Part? {
        guard let part = json["part"]?.text.flatMap(BackupPart.init(rawValue:)),
            let items = json["files"]?.items
        else { return nil }
        let files = items.compactMap { item -> BackupFile? in
            guard let path = item["path"]?.text, let bytes = item["bytes"]?.number,
                let sha256 = item["sha256"]?.text
            else { return nil }
            return BackupFile(path: path, bytes: bytes, sha256: sha256)
        }
        guard files.count == items.count, part.holds(files.map(\.path)) else { return nil }
        let counts = (json["counts"]?.members ?? []).compactMap { member in
            member.value.number.map { (member.name, $0) }
        }
        return Part(part: part, files: files, counts: Dictionary(counts) { first, _ in first })
    }
}
