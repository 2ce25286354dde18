package import CanonicalJSON
public import Consent

/// Where an imported act was read: it marks the record for ever as what a file claimed, and not what was seen.
///
/// What a record with a mark says is the claim of another tool's export; whoever wrote the file could have written
/// something else. Its grade is never higher than `Grade.imported`.
public struct ImportMark: Hashable, Sendable {
    /// The tool or system whose export it was.
    public var system: String
    /// SHA-256 of the file.
    public var file: ContentDigest
    /// The row of the file, from 1.
    public var row: UInt64
    /// The claimed time as it is written, before anything was added for what it leaves open; nil where none is told.
    public var claimedAt: Instant?
    /// How exact the claimed time is, where it is not a second of a known zone: `no-zone`, `minute`, `day`, ….
    public var timeRemarks: [String]
    /// The form, page or source that the row names.
    public var form: String?
    /// When the person confirmed, as claimed.
    public var confirmedAt: Instant?
    /// From which network address the person confirmed, as claimed.
    public var confirmedIP: String?

    /// A mark with the necessary; the rest is added where the row tells it.
    public init(system: String, file: ContentDigest, row: UInt64) {
        self.system = system
        self.file = file
        self.row = row
        timeRemarks = []
    }

    /// One sentence for people, without personal data.
    public var text: String {
        let time = timeRemarks.isEmpty ? "" : ", time \(timeRemarks.joined(separator: ", "))"
        return "imported from \(system), row \(row) of file sha256 \(file.hex.prefix(16))…, claimed\(time)"
    }

    /// The mark as a member of R.
    package var json: JSONValue {
        .object(of: [
            "system": .string(system), "file": .string(file.hex), "row": .integer(Int64(clamping: row)),
            "claimedAt": claimedAt.map { .string($0.description) },
            "time": timeRemarks.isEmpty ? nil : .array(timeRemarks.map { .string($0) }),
            "form": form.map { .string($0) },
            "confirmedAt": confirmedAt.map { .string($0.description) },
            "confirmedIP": confirmedIP.map { .string($0) },
        ])
    }

    /// Writes the mark as a member of R, in the order of RFC 8785.
    func write(to json: inout CanonicalWriter) {
        json.beginObject("import")
        json.member("claimedAt", claimedAt?.description)
        json.member("confirmedAt", confirmedAt?.description)
        json.member("confirmedIP", confirmedIP)
        json.member("file", file.hex)
        json.member("form", form)
        json.member("row", Int64(clamping: row))
        json.member("system", system)
        if !timeRemarks.isEmpty {
            json.beginList("time")
            for remark in timeRemarks { json.item(remark) }
            json.endList()
        }
        json.endObject()
    }

    /// Reads the member of R; nil where it does not say what it must.
    init?(reading json: JSONValue) {
        guard let system = json["system"]?.text, let row = json["row"]?.number, row > 0,
            let file = json["file"]?.text.flatMap({ ContentDigest(hex: $0) })
        else { return nil }
        self.init(system: system, file: file, row: UInt64(row))
        claimedAt = json["claimedAt"]?.text.flatMap { try? Instant(parsing: $0) }
        timeRemarks = json["time"]?.items?.compactMap(\.text) ?? []
        form = json["form"]?.text
        confirmedAt = json["confirmedAt"]?.text.flatMap { try? Instant(parsing: $0) }
        confirmedIP = json["confirmedIP"]?.text
    }
}
