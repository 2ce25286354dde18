import CanonicalJSON
public import Consent

/// A list whose people are remembered, so that they are found again in other lists.
public struct RegisteredSource: Hashable, Sendable {
    /// The name of the record by which it was registered.
    public let rid: RecordID
    /// The place of that record in the log.
    public let index: UInt64
    /// When it was registered.
    public let addedAt: Instant
    /// Until when it counts.
    public internal(set) var expiresAt: Instant
    /// SHA-256 of the file.
    public let digest: ContentDigest
    /// The id of the layout that was recognised, if any.
    public let layout: String?
    /// Where the people of the list come from.
    public let origin: Origin
    /// Rows of the list.
    public let rows: UInt64
    /// Rows that told something by which their person can be found again.
    public let remembered: UInt64
    /// Fingerprints that were kept.
    public let fingerprints: UInt64
    /// Whether it was taken off again.
    public internal(set) var isRemoved = false

    /// Whether it counts at a moment.
    public func stands(at moment: Instant) -> Bool { !isRemoved && moment < expiresAt }

    /// The source that an open record registers; nil where the record does not say what it must.
    init?(_ record: OpenRecord) {
        guard let json = record["source"],
            let digest = json["sha256"]?.text.flatMap({ ContentDigest(hex: $0) }),
            let origin = json["origin"]?.text.flatMap(Origin.init(rawValue:)),
            let expiresAt = json["expiresAt"]?.text.flatMap({ try? Instant(parsing: $0) }),
            let rows = json["rows"]?.number, let remembered = json["remembered"]?.number,
            let fingerprints = json["fingerprints"]?.number
        else { return nil }
        (rid, index, addedAt) = (record.rid, record.index, record.recordedAt)
        (self.digest, self.origin, self.expiresAt) = (digest, origin, expiresAt)
        layout = json["layout"]?.text
        self.rows = UInt64(clamping: rows)
        self.remembered = UInt64(clamping: remembered)
        self.fingerprints = UInt64(clamping: fingerprints)
    }

    /// What the log is told: nothing of any person, and neither the name of the file nor its label.
    static func body(
        _ description: SourceDescription, fingerprints: UInt64, expiresAt: Instant
    ) -> [JSONValue.Member] {
        func count(_ number: UInt64) -> JSONValue { .integer(Int64(clamping: number)) }
        return [
            .init(
                "source",
                .object(of: [
                    "sha256": .string(description.digest.hex),
                    "layout": description.layout.map { .string($0) },
                    "origin": .string(description.origin.rawValue), "rows": count(description.rows),
                    "remembered": count(description.remembered), "fingerprints": count(fingerprints),
                    "expiresAt": .string(expiresAt.description),
                ]))
        ]
    }
}
