public import Consent

/// Why and until when records are kept although their person asked for erasure: used for nothing else meanwhile.
public struct Hold: Hashable, Sendable {
    /// An exception from the duty to erase.
    ///
    /// Art. 17(3) GDPR.
    public enum Basis: String, Sendable, CaseIterable {
        /// Freedom of expression and information.
        case expression = "17(3)(a)"
        /// A legal duty.
        case legalDuty = "17(3)(b)"
        /// Public health.
        case publicHealth = "17(3)(c)"
        /// Archives, research and statistics in the public interest.
        case archives = "17(3)(d)"
        /// Legal claims.
        case legalClaims = "17(3)(e)"

        /// For what it keeps records, in words.
        public var words: String {
            switch self {
            case .expression: "freedom of expression and information"
            case .legalDuty: "a legal duty"
            case .publicHealth: "public health"
            case .archives: "archives, research or statistics in the public interest"
            case .legalClaims: "legal claims"
            }
        }
    }

    /// The first second, in UTC, of the day on which it ends.
    public let until: Instant
    /// Why.
    public let basis: Basis

    /// A hold until a day; of the moment only its day in UTC counts.
    public init(until: Instant, basis: Basis) {
        self.until = Tombstone.day(of: until)
        self.basis = basis
    }

    private static let untilName = "restriction.until"
    private static let basisName = "restriction.basis"

    /// The facts that are told with the pause of a thread.
    package var told: [String: String] { [Self.untilName: until.day, Self.basisName: basis.rawValue] }

    /// The hold that a pause tells of; nil where it tells of none.
    package init?(told: [String: String]) {
        guard let basis = told[Self.basisName].flatMap(Basis.init(rawValue:)),
            let until = told[Self.untilName].flatMap({ try? Instant(parsing: $0 + "T00:00:00Z") })
        else { return nil }
        self.init(until: until, basis: basis)
    }

    /// The hold on what is recorded of a subject for one purpose: the longest that a pause tells of, until the pause is lifted.
    ///
    /// - Parameters:
    ///   - records: Everything that is recorded of the subject.
    ///   - purpose: Of the thread in question.
    package init?(among records: [SubjectRecord], for purpose: Purpose) {
        guard Circumstances(of: records.map(\.event), for: purpose).isRestricted else { return nil }
        let holds = records.filter { record in
            record.event.kind == .restricted
                && (record.event.purpose == purpose || record.event.purpose == .everything)
        }.compactMap { Hold(told: $0.told) }
        guard let longest = holds.max(by: { $0.until < $1.until }) else { return nil }
        self = longest
    }
}
