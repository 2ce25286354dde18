import Consent

/// What the values of a fact are.
public enum FactType: Sendable, Hashable, CustomStringConvertible {
    /// True or false.
    case boolean
    /// One name of a closed list.
    case name(NameList)
    /// A whole number.
    case number
    /// A moment in UTC, to the second.
    case time

    /// In words, for people who write policies.
    public var description: String {
        switch self {
        case .boolean: "true or false"
        case .name(let list): "one of " + list.names.joined(separator: ", ")
        case .number: "a whole number"
        case .time: "a time such as 2026-10-02T09:15:00Z"
        }
    }

    /// Whether `atLeast` and `atMost` mean something.
    var isOrdered: Bool {
        switch self {
        case .number: true
        case .name(let list): list == .grades
        case .boolean, .time: false
        }
    }
}

/// A closed list of names that a fact takes its value from.
public enum NameList: Sendable, Hashable, CaseIterable {
    /// ``AddressForm``.
    case addressForms
    /// `Consent.Mailbox`.
    case mailboxes
    /// `Consent.Origin`.
    case origins
    /// `Consent.ConsentState`.
    case consentStates
    /// `Consent.Grade`, the weakest first.
    case grades
    /// `Consent.CollectionMethod`.
    case methods
    /// `Consent.EvidenceCondition`.
    case evidenceConditions

    /// The names, in the order in which they are declared.
    public var names: [String] {
        switch self {
        case .addressForms: Self.addressFormNames
        case .mailboxes: Self.mailboxNames
        case .origins: Self.originNames
        case .consentStates: Self.consentStateNames
        case .grades: Self.gradeNames
        case .methods: Self.methodNames
        case .evidenceConditions: Self.evidenceConditionNames
        }
    }

    // Made once: a name is looked up for every row.
    private static let addressFormNames = AddressForm.allCases.map(\.rawValue)
    private static let mailboxNames = Mailbox.allCases.map(\.rawValue)
    private static let originNames = Origin.allCases.map(\.rawValue)
    private static let consentStateNames = ConsentState.allCases.map(\.rawValue)
    private static let gradeNames = Grade.allCases.map(\.name)
    private static let methodNames = CollectionMethod.allCases.map(\.rawValue)
    private static let evidenceConditionNames = EvidenceCondition.allCases.map(\.rawValue)
}
