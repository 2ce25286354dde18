/// How strong evidence is.
///
/// Derived, never chosen: no operator can assert the highest.
public enum Grade: Int, Sendable, CaseIterable, Comparable {
    /// Nothing, or something that is no yes.
    case none = 0
    /// Somebody of the controller says so.
    case attestation = 1
    /// Taken over from another tool, with its origin.
    case imported = 2
    /// A form, a sheet or a mail of the person's own, kept as evidence.
    case form = 3
    /// The mailbox itself answered a link that this program sent.
    case mailboxProven = 4

    /// Weaker comes first.
    public static func < (a: Grade, b: Grade) -> Bool { a.rawValue < b.rawValue }

    /// The stable name.
    public var name: String {
        switch self {
        case .none: "none"
        case .attestation: "attestation"
        case .imported: "imported"
        case .form: "form"
        case .mailboxProven: "mailbox-proven"
        }
    }

    /// The grade of a name.
    public init?(name: String) {
        guard let grade = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = grade
    }

    /// The grade of an opt-in that somebody records.
    ///
    /// - Parameters:
    ///   - method: How the yes was given, if told.
    ///   - hasEvidence: Whether at least one file shows it.
    ///   - hasSource: Whether it is told where an imported record came from.
    public init(method: CollectionMethod?, hasEvidence: Bool, hasSource: Bool) {
        switch method {
        case .some(let method) where method.isSilence: self = .none
        case .some(let method) where method.leavesForm && hasEvidence: self = .form
        case .imported: self = hasSource || hasEvidence ? .imported : .none
        case .none: self = hasEvidence ? .attestation : .none
        default: self = .attestation
        }
    }
}
