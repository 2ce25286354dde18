public import Consent

/// A request of a person, and how far it is.
public struct SubjectRequest: Hashable, Sendable {
    /// How a request was answered.
    public struct Closing: Hashable, Sendable {
        /// What became of it; nil for an answer of which nobody told.
        public let answer: RequestAnswer?
        /// When the ledger learnt it.
        public let at: Instant
        /// Why, in the controller's words.
        public let reason: String?
    }

    /// That the answer takes two months longer.
    public struct Extension: Hashable, Sendable {
        /// When the ledger learnt it.
        public let at: Instant
        /// Why, in the controller's words.
        public let reason: String?
    }

    /// The name of the record that opened it.
    public let rid: RecordID
    /// Who asks.
    ///
    /// Personal data.
    public let address: EmailAddress
    /// What for; nil where nobody told.
    public let kind: RequestKind?
    /// The day on which it came.
    public let receivedOn: Instant
    /// Why its answer takes longer; nil where it does not.
    public private(set) var extended: Extension?
    /// How it was answered; nil while it waits.
    public private(set) var closing: Closing?

    /// The last day for the answer: a calendar month after it came, two more where it was put off.
    ///
    /// Art. 12(3) GDPR.
    public var dueOn: Instant { receivedOn.advanced(byMonths: extended == nil ? 1 : 3) }

    /// Whether it waits for an answer.
    public var isOpen: Bool { closing == nil }

    /// Whether it waits, and its last day is over.
    public func isOverdue(at moment: Instant) -> Bool { isOpen && moment.day > dueOn.day }

    /// The names under which records tell of requests.
    enum Told {
        static let kind = "kind"
        static let received = "received"
        static let due = "due"
        static let request = "request"
        static let answer = "answer"
    }

    /// The request that a record opens; nil where it tells of something else.
    init?(_ record: SubjectRecord) {
        guard record.event.kind == .requestOpened else { return nil }
        rid = record.rid
        address = record.address
        kind = record.told[Told.kind].flatMap(RequestKind.init(rawValue:))
        let told = record.told[Told.received].flatMap { try? Instant(parsing: $0 + "T00:00:00Z") }
        receivedOn = told ?? Self.day(of: record.event.effectiveAt)
    }

    /// Takes in what a later record says of it.
    mutating func take(_ record: SubjectRecord) {
        switch record.event.kind {
        case .requestExtended: extended = Extension(at: record.event.recordedAt, reason: record.reason)
        case .requestClosed:
            let answer = record.told[Told.answer].flatMap(RequestAnswer.init(rawValue:))
            closing = Closing(answer: answer, at: record.event.recordedAt, reason: record.reason)
        default: break
        }
    }

    /// The first second of a day, in UTC.
    static func day(of moment: Instant) -> Instant {
        (try? Instant(parsing: moment.day + "T00:00:00Z")) ?? moment
    }

    /// The requests that records tell of, in the order in which they were opened.
    static func gather(_ records: [SubjectRecord]) -> [SubjectRequest] {
        var requests: [SubjectRequest] = []
        var places: [RecordID: Int] = [:]
        for record in records {
            if let request = SubjectRequest(record) {
                places[request.rid] = requests.count
                requests.append(request)
            } else if let rid = record.told[Told.request].flatMap({ RecordID($0) }), let place = places[rid] {
                requests[place].take(record)
            }
        }
        return requests
    }
}
