import Consent

/// What the values of a fact are.
public enum FactType: Sendable, Hashable, CustomStringConvertible {
    /// True or false.
    case boolean
    /// One name of a closed list.
    case name(NameList)
    /// A whole number of something.
    case number(Unit)
    /// A moment in UTC, to the second.
    case time

    /// What a number counts.
    public enum Unit: String, Sendable, CaseIterable {
        /// Completed years of age.
        case years
        /// Parts of a hundred.
        case percent
        /// Parts of ten thousand.
        case perTenThousand = "per ten thousand"
        /// Lines, rows or pages, the first of them 1.
        case lines = "line, row or page"
    }

    /// In words, for people who write policies.
    public var description: String {
        switch self {
        case .boolean: "true or false"
        case .name(let list): "one of " + list.names.joined(separator: ", ")
        case .number(let unit): "a whole number (\(unit.rawValue))"
        case .time: "a time such as 2026-10-02T09:15:00Z"
        }
    }

    /// In words, and so short that it fits a line: of many names only how many there are.
    package var brief: String {
        guard case .name(let list) = self, list.names.count > 40 else { return description }
        let (names, count) = (list.names, list.names.count)
        return "one of \(count) names, \(names.first ?? "") to \(names.last ?? "")"
            + (list == .countries ? " (ISO 3166-1)" : "")
    }

    /// Whether values are numbers.
    var isNumber: Bool { if case .number = self { true } else { false } }

    /// Whether values are moments or numbers, which there are too many of to list.
    package var isWide: Bool { bits == nil }

    /// How many bits hold any of the values and that it is unknown; nil where there are too many values to list.
    var bits: Int? {
        switch self {
        case .boolean: 2
        case .name(let list): Int.bitWidth - list.names.count.leadingZeroBitCount
        case .number, .time: nil
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
    /// ``EvidenceKind``.
    case evidenceKinds
    /// `Consent.Channel`.
    case channels
    /// ``Subscriber``.
    case subscribers
    /// ``LegalBasis``.
    case legalBases
    /// ``Country``: ISO 3166-1 alpha-2.
    case countries

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
        case .evidenceKinds: Self.evidenceKindNames
        case .channels: Self.channelNames
        case .subscribers: Self.subscriberNames
        case .legalBases: Self.legalBasisNames
        case .countries: Country.codes
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
    private static let evidenceKindNames = EvidenceKind.allCases.map(\.rawValue)
    private static let channelNames = Channel.allCases.map(\.rawValue)
    private static let subscriberNames = Subscriber.allCases.map(\.rawValue)
    private static let legalBasisNames = LegalBasis.allCases.map(\.rawValue)
}
