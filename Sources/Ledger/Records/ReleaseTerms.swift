import CanonicalJSON
public import Consent

/// What a release lets pass, by whose role, and until when.
public struct ReleaseTerms: Hashable, Sendable {
    /// In which role somebody lets a held row pass; what each may is for policies to say.
    public enum Role: String, Sendable, CaseIterable {
        /// The data protection officer.
        case dpo
        /// Whoever brought the list.
        case user
    }

    /// The vetting that held the row.
    public let run: RecordID
    /// The row of the list, from 1.
    public let row: UInt64
    /// The rules that are set aside.
    public let rules: [String]
    /// In which role.
    public let role: Role
    /// Until when.
    public let expiresAt: Instant
    /// Whether it counts only once a second person agreed.
    public let needsConfirmation: Bool

    /// Terms with all their parts.
    public init(
        run: RecordID, row: UInt64, rules: [String], role: Role, expiresAt: Instant, needsConfirmation: Bool
    ) {
        self.run = run
        self.row = row
        self.rules = rules
        self.role = role
        self.expiresAt = expiresAt
        self.needsConfirmation = needsConfirmation
    }

    /// Its members within R.
    var members: [JSONValue.Member] {
        [
            .init("run", .string(run.description)), .init("row", .integer(Int64(clamping: row))),
            .init("rules", .array(rules.map { .string($0) })), .init("role", .string(role.rawValue)),
            .init("expiresAt", .string(expiresAt.description)),
            .init("needsConfirmation", .boolean(needsConfirmation)),
        ]
    }

    /// Reads its members; nil where they do not say what they must.
    init?(reading json: JSONValue) {
        guard let run = json["run"]?.text.flatMap({ RecordID($0) }), let row = json["row"]?.number, row > 0,
            let rules = json["rules"]?.items?.compactMap(\.text), !rules.isEmpty,
            let role = json["role"]?.text.flatMap(Role.init(rawValue:)),
            let expiresAt = json["expiresAt"]?.text.flatMap({ try? Instant(parsing: $0) }),
            let needsConfirmation = json["needsConfirmation"]?.truth
        else { return nil }
        self.init(
            run: run, row: UInt64(row), rules: rules, role: role, expiresAt: expiresAt,
            needsConfirmation: needsConfirmation)
    }
}
