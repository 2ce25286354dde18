import CanonicalJSON
public import Consent
public import Ledger
import MerkleLog

/// One record of a ledger as trails show it.
public struct TrailRow: Sendable {
    /// Its place in the log.
    public let index: UInt64
    /// Its name.
    public let rid: RecordID
    /// What happened: the raw value of an event's or an open record's kind.
    public let type: String
    /// When the ledger learnt it.
    public let recordedAt: Instant
    /// When it happened, as claimed; nil for open records and where nobody could say.
    public let occurredAt: Instant?
    /// The last moment at which it may have been recorded: tombstones tell a day and no time.
    let latest: Instant

    /// Further members by their names, in the order of ``columns``.
    private let more: [(name: String, text: String)]

    /// The columns of a trail, in their order.
    static let columns =
        ["index", "recordedAt", "occurredAt", "type"] + furtherColumns + ["record"]

    private static let furtherColumns = [
        "purpose", "subject", "grade", "method", "wording", "evidence", "source", "reason", "detail",
    ]

    /// A row of a subject.
    init(_ record: SubjectRecord, isClear: Bool) {
        let event = record.event
        (index, rid, type) = (record.index, record.rid, event.kind.rawValue)
        (recordedAt, occurredAt, latest) = (event.recordedAt, event.occurredAt, event.recordedAt)
        let told: [(String, String?)] = [
            ("purpose", event.purpose.id),
            ("subject", isClear ? record.address.normalized : record.address.shortened),
            ("grade", event.grade.name), ("method", event.method?.rawValue),
            ("wording", event.wording?.description), ("evidence", String(event.evidenceCount)),
            ("source", isClear ? record.source : nil), ("reason", isClear ? record.reason : nil),
            ("detail", isClear ? Self.detail(of: record) : nil),
        ]
        more = told.compactMap { name, text in text.map { (name, $0) } }
    }

    private static func detail(of record: SubjectRecord) -> String? {
        let told = record.told.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        let parts = [record.imported?.text, record.release?.text].compactMap { $0 } + told
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// A row of an open record.
    init(_ record: OpenRecord) {
        (index, rid, type) = (record.index, record.rid, record.kind.rawValue)
        (recordedAt, occurredAt) = (record.recordedAt, nil)
        latest =
            record.kind == .subjectsErased ? record.recordedAt.advanced(by: 86_399) : record.recordedAt
        var told: [(String, String?)] = []
        switch record.kind {
        case .controllerNamed:
            told.append(("detail", record["controller"]?["name"]?.text))
        case .wordingPublished:
            let wording = record["wording"]
            let version = wording?["version"]?.number.map(String.init) ?? "?"
            told.append(("wording", wording?["id"]?.text.map { "\($0)@\(version)" }))
        case .sourceRegistered, .sourceRenewed:
            told.append(("detail", record["source"]?["expiresAt"]?.text.map { "until \($0)" }))
        case .sourceRemoved:
            told.append(("detail", record["source"]?["rid"]?.text))
        case .listVetted:
            told.append(("purpose", record["purpose"]?.text))
            let counts = ["rows", "accepted", "held", "rejected"].compactMap { name in
                record[name]?.number.map { "\(name) \($0)" }
            }
            told.append(("detail", counts.isEmpty ? nil : counts.joined(separator: ", ")))
        case .listImported:
            told += [("purpose", record["purpose"]?.text), ("wording", record["wording"]?.text)]
            told.append(("detail", Self.detail(ofImport: record)))
        case .sendingDeclared:
            told.append(("purpose", record["purpose"]?.text))
            let facts = (record["facts"]?.members ?? []).compactMap { member in
                member.value.text.map { $0.isEmpty ? "\(member.name) taken back" : "\(member.name): \($0)" }
            }
            told.append(("detail", facts.joined(separator: ", ")))
        case .suppressionImported, .suppressionChanged:
            told.append(("detail", Self.detail(ofSuppression: record["suppression"])))
        case .subjectsErased:
            told.append(("detail", Self.detail(ofErased: record["entries"]?.items ?? [])))
        case .retentionRun:
            told.append(("detail", Self.detail(ofRetention: record["retention"])))
        case .keyChanged:
            told.append(("detail", Self.detail(ofKeyChange: record["key"])))
        case .logSucceeded:
            told.append(("detail", Self.detail(ofSuccession: record["succeeds"])))
        case .clockExplained:
            let entry = record["entry"]?.number.map { "entry \($0): " } ?? ""
            told.append(("detail", record["reason"]?.text.map { entry + $0 }))
        case .policyAdopted:
            let policy = record["policy"]
            let parts = [
                policy?["id"]?.text, policy?["sha256"]?.text.map { "sha256 \($0)" },
                policy?["files"]?.items.map { $0.count == 1 ? "1 file" : "\($0.count) files" },
            ]
            told.append(("detail", parts.compactMap { $0 }.joined(separator: ", ")))
        }
        more = told.compactMap { name, text in text.map { (name, $0) } }
    }

    private static func detail(ofImport record: OpenRecord) -> String {
        let counts = ["rows", "recorded", "known", "notClaims", "refused", "stops"].compactMap { name in
            record[name]?.number.map { "\(name) \($0)" }
        }
        let system = record["system"]?.text.map { ["from \($0)"] } ?? []
        return (system + counts).joined(separator: ", ")
    }

    private static func detail(ofRetention retention: JSONValue?) -> String {
        let counts = (retention?["destroyed"]?.members ?? []).compactMap { member in
            member.value.number.flatMap { $0 > 0 ? "\(member.name) \($0)" : nil }
        }
        let policy = retention?["policy"]?["id"]?.text.map { ["by \($0)"] } ?? []
        return (policy + counts).joined(separator: ", ")
    }

    private static func detail(ofKeyChange key: JSONValue?) -> String {
        ["from", "to"].compactMap { name in
            key?[name]?.text.flatMap { try? VerifierKey(parsing: $0) }.map { "\(name) \($0.keyIDText)" }
        }.joined(separator: " ")
    }

    private static func detail(ofSuccession old: JSONValue?) -> String {
        [old?["log"]?.text, old?["size"]?.number.map { "\($0) entries" }].compactMap { $0 }
            .joined(separator: ", ")
    }

    private static func detail(ofSuppression told: JSONValue?) -> String {
        let scope = told?["scope"]?.text.map { $0 == Purpose.everything.id ? "all mail" : $0 }
        let counts = ["rows", "unread", "addresses", "md5", "sha1", "sha256"].compactMap { name in
            told?[name]?.number.map { "\(name) \($0)" }
        }
        let change = told?["change"]?.text.map { word in
            [word] + (told?["count"]?.number.map { ["\($0)"] } ?? [])
        }
        let parts = [change?.joined(separator: " "), scope, told?["reason"]?.text].compactMap { $0 } + counts
        return parts.joined(separator: ", ")
    }

    /// Which entries a tombstone names, the first twenty by number.
    private static func detail(ofErased entries: [JSONValue]) -> String {
        let shown = entries.prefix(20).compactMap(\.number).map(String.init).joined(separator: " ")
        let more = entries.count > 20 ? " and \(entries.count - 20) more" : ""
        return entries.isEmpty ? "no entries (time to the day)" : "entries \(shown)\(more) (time to the day)"
    }

    /// The row as JSON; members without a value are left out.
    func json(format: String?) -> JSONValue {
        var members: [JSONValue.Member] = []
        if let format { members.append(.init("format", .string(format))) }
        members.append(.init("index", .integer(Int64(clamping: index))))
        members.append(.init("record", .string(rid.description)))
        members.append(.init("type", .string(type)))
        members.append(.init("recordedAt", .string(recordedAt.description)))
        if let occurredAt { members.append(.init("occurredAt", .string(occurredAt.description))) }
        for (name, text) in more { members.append(.init(name, .string(text))) }
        return .object(members)
    }

    /// The cells under ``columns``.
    var cells: [String] {
        let told = Dictionary(more.map { ($0.name, $0.text) }) { first, _ in first }
        return [String(index), recordedAt.description, occurredAt?.description ?? "", type]
            + Self.furtherColumns.map { told[$0] ?? "" } + [rid.description]
    }

    /// The row in a line for people.
    public var text: String {
        let number = String(index)
        let padded = String(repeating: " ", count: max(0, 6 - number.count)) + number
        let told = more.filter { $0.name != "evidence" }.map(\.text).joined(separator: "  ")
        let when = occurredAt.map { "  (happened \($0))" } ?? ""
        return "\(padded)  \(recordedAt)  \(type)  \(told)\(when)"
    }
}
