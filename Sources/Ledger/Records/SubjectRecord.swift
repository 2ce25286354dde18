package import CanonicalJSON
public import Consent

/// One record of a subject, opened: what R says.
public struct SubjectRecord: Sendable {
    /// The event as the standing is computed from it.
    public let event: SubjectEvent
    /// The name of the record.
    public let rid: RecordID
    /// Its place in the log.
    public let index: UInt64
    /// The address as recorded.
    ///
    /// Personal data.
    public let address: EmailAddress
    /// What shows it.
    public let evidence: [Evidence]
    /// Where the contact came from, in the recorder's words.
    public let source: String?
    /// The network address of the act.
    public let ip: String?
    /// Why, for an end.
    public let reason: String?
    /// The controller at the time of recording.
    public let controller: String?
    /// In which file it was read; nil for what was told to this program directly.
    public let imported: ImportMark?
    /// Facts that its teller added, by name.
    public let told: [String: String]
    /// Of which release it tells, if of any.
    ///
    /// Personal data.
    public let release: ReleaseMark?
    /// The whole of R.
    ///
    /// Personal data.
    package let json: JSONValue
}

/// The members of R as they are read; ``RecordDraft`` writes them.
enum RecordMembers {
    /// Version of the record format.
    static let version: Int64 = 1

    /// Reads R of a subject; nil where it does not say what it must.
    static func subject(from json: JSONValue, index: UInt64) -> SubjectRecord? {
        guard json["v"]?.number == version, let kind = json["type"]?.text.flatMap(EventKind.init(rawValue:)),
            let rid = json["rid"]?.text.flatMap({ RecordID($0) }),
            let purpose = purpose(json["purpose"]?.text),
            let recordedAt = instant(json["at"]), let email = json["subject"]?["email"]?.text,
            let address = try? EmailAddress(parsing: email),
            let grade = json["grade"]?.text.flatMap(Grade.init(name:)),
            let evidence = evidence(json["evidence"]), let told = ToldFacts.facts(from: json["told"])
        else { return nil }
        let imported = json["import"].map { ImportMark(reading: $0) }
        if case .some(.none) = imported { return nil }
        let release = json["release"].map { ReleaseMark(reading: $0) }
        if case .some(.none) = release { return nil }
        let source = json["source"]?.text
        let event = SubjectEvent(
            sequence: Int64(clamping: index), kind: kind, purpose: purpose,
            occurredAt: instant(json["occurredAt"]),
            recordedAt: recordedAt, grade: grade,
            method: json["method"]?.text.flatMap(CollectionMethod.init(rawValue:)),
            wording: json["wording"]?.text.flatMap { WordingReference(parsing: $0) },
            evidenceCount: evidence.count,
            hasSource: source != nil)
        return SubjectRecord(
            event: event, rid: rid, index: index, address: address, evidence: evidence, source: source,
            ip: json["ip"]?.text, reason: json["reason"]?.text, controller: json["controller"]?.text,
            imported: imported ?? nil, told: told, release: release ?? nil, json: json)
    }

    private static func purpose(_ text: String?) -> Purpose? {
        text == Purpose.everything.id ? .everything : text.flatMap { Purpose($0) }
    }

    private static func instant(_ value: JSONValue?) -> Instant? {
        value?.text.flatMap { try? Instant(parsing: $0) }
    }

    private static func evidence(_ value: JSONValue?) -> [Evidence]? {
        guard let value else { return [] }
        guard let items = value.items else { return nil }
        let parsed = items.compactMap { item -> Evidence? in
            guard let digest = item["sha256"]?.text.flatMap({ ContentDigest(hex: $0) }),
                let kind = item["kind"]?.text,
                let size = item["size"]?.number,
                let keeping = item["kept"]?.text.flatMap(Evidence.Keeping.init(rawValue:))
            else { return nil }
            return Evidence(digest: digest, kind: kind, size: size, keeping: keeping)
        }
        return parsed.count == items.count ? parsed : nil
    }
}
