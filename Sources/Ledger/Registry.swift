import CanonicalJSON
import Consent

/// What the open records say, added up: who the controller is, which wordings and sources there are, what was declared
/// of the sending, and which policy is in force.
struct Registry {
    /// Controllers in the order of naming, with the place in the log at which each was named.
    private(set) var controllers: [(index: UInt64, controller: Controller)] = []
    /// Wordings in the order of publication.
    private(set) var wordings: [Wording] = []
    /// Sources in the order of registration, also those that count no more.
    private(set) var sources: [RegisteredSource] = []
    /// What was declared of the sending, and stands.
    private(set) var declarations: [Purpose: [String: Declaration]] = [:]
    /// The policy that was adopted last.
    private(set) var adoptedPolicy: AdoptedPolicy?
    private(set) var byReference: [WordingReference: Wording] = [:]

    init(_ log: LogStore) throws {
        for kind in Self.kinds {
            for record in try log.openRecords(kind) { try add(record) }
        }
        // Only the last is in force, and each is as long as its files.
        if let record = try log.lastOpenRecord(.policyAdopted) { try add(record) }
    }

    /// What the open records said at a moment of the past; later ones are passed over.
    init(_ log: LogStore, at moment: Instant) throws {
        for kind in Self.kinds + [.policyAdopted] {
            for record in try log.openRecords(kind) where record.recordedAt <= moment { try add(record) }
        }
    }

    private static let kinds: [OpenRecord.Kind] = [
        .controllerNamed, .wordingPublished, .sourceRegistered, .sourceRenewed, .sourceRemoved,
        .sendingDeclared,
    ]

    mutating func add(_ record: OpenRecord) throws {
        switch record.kind {
        case .controllerNamed:
            guard let controller = ControllerRecord.controller(from: record["controller"]) else {
                throw Self.unreadable(record)
            }
            controllers.append((record.index, controller))
        case .wordingPublished:
            guard let wording = WordingRecord.wording(from: record.json) else {
                throw Self.unreadable(record)
            }
            wordings.append(wording)
            byReference[wording.reference] = wording
        case .sourceRegistered:
            guard let source = RegisteredSource(record) else { throw Self.unreadable(record) }
            sources.append(source)
        case .sourceRenewed:
            guard let place = place(ofSourceIn: record),
                let expiresAt = record["source"]?["expiresAt"]?.text.flatMap({ try? Instant(parsing: $0) })
            else { throw Self.unreadable(record) }
            sources[place].expiresAt = expiresAt
        case .sourceRemoved:
            guard let place = place(ofSourceIn: record) else { throw Self.unreadable(record) }
            sources[place].isRemoved = true
        case .sendingDeclared:
            guard let purpose = record["purpose"]?.text.flatMap({ Purpose($0) }),
                let facts = ToldFacts.facts(from: record["facts"])
            else { throw Self.unreadable(record) }
            for (name, value) in facts {
                declarations[purpose, default: [:]][name] =
                    value.isEmpty ? nil : Declaration(value: value, at: record.recordedAt)
            }
        case .policyAdopted:
            guard let policy = AdoptedPolicy(record) else { throw Self.unreadable(record) }
            adoptedPolicy = policy
        case .listVetted, .listImported, .subjectsErased, .suppressionImported, .suppressionChanged,
            .retentionRun, .keyChanged, .logSucceeded, .clockExplained:
            break
        }
    }

    private func place(ofSourceIn record: OpenRecord) -> Int? {
        guard let rid = record["source"]?["rid"]?.text.flatMap({ RecordID($0) }) else { return nil }
        return sources.firstIndex { $0.rid == rid }
    }

    /// The controller at some place of the log.
    func controller(at index: Int64) -> Controller? {
        controllers.last { Int64(clamping: $0.index) <= index }?.controller
    }

    static func unreadable(_ record: OpenRecord) -> LedgerError {
        LedgerError(
            .corrupt, "Open record \(record.index) of the log cannot be read.",
            hint: "Restore log.db from a backup, then run consentgate verify.")
    }
}
