/// How long something of one person is kept: its class in the schedule, from when it counts, and until which day.
public struct KeptItem: Hashable, Sendable {
    /// What it is, and why it is kept.
    public enum Kind: String, Sendable, CaseIterable {
        /// Records of a yes that stands, and must be shown.
        case inUse = "in-use"
        /// A wish to join that nobody confirmed.
        case unconfirmed
        /// Records of what is over.
        case proof
        /// Records that were kept against an erasure until a day.
        case hold = "hold-over"
        /// Records whose use is paused, and nobody said until when.
        case restricted
        /// Records of somebody who waits for an answer.
        case openRequest = "open-request"
        /// Records of a stop against a yes that is recorded for a purpose.
        case stopsYes = "stops-a-yes"
        /// Lists and the page of a vetting in which the person stood.
        case reports
        /// A keyed fingerprint in a remembered list.
        case source
        /// An entry of the do-not-mail list.
        case suppression
    }

    /// A span of time of the schedule; one of the two is 0.
    public struct Span: Hashable, Sendable {
        /// Calendar months.
        public let months: Int64
        /// Days of 24 hours.
        public let days: Int64

        /// A span.
        public init(months: Int64, days: Int64) { (self.months, self.days) = (months, days) }

        /// As it is said in English.
        public var words: String {
            let (number, unit) = months > 0 ? (months, "month") : (days, "day")
            return "\(number) \(unit)\(number == 1 ? "" : "s")"
        }
    }

    /// What it is.
    public let kind: Kind
    /// Of which purpose; nil for what is of none.
    public let purpose: Purpose?
    /// The time of its class; nil where that has none.
    public var span: Span?
    /// From which moment it counts; nil where it has not begun.
    public var from: Instant?
    /// Whether the rest of the year of that moment is added.
    public var isByYear = false
    /// From which moment on it may be kept no more; nil where nobody can say.
    public var until: Instant?
    /// When somebody asks whether it is still needed; nil where nobody does.
    public var reviewOn: Instant?
    /// Where its time comes from.
    public var law: String

    /// Something that is kept.
    public init(_ kind: Kind, of purpose: Purpose? = nil, law: String) {
        (self.kind, self.purpose, self.law) = (kind, purpose, law)
    }
}
