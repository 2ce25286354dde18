public import Consent
import StrictYAML

/// How long what is kept is kept, as a policy says.
///
/// The catalogue gives the defaults and what no policy may go below: a record that was destroyed early is missing when
/// somebody asks for it, and that has been fined like having none.
public struct RetentionSchedule: Sendable, Hashable {
    /// What has its time.
    public enum Item: String, Sendable, CaseIterable {
        /// A wish to join that nobody confirmed, from the wish on.
        case unconfirmed
        /// What shows a yes, a stop and everything between them, from the last event on.
        case proof
        /// Lists of held and rejected rows, and the report, from the vetting on.
        case reports
        /// An entry of the do-not-mail list, from the day on which the person left.
        case suppression
    }

    /// What is done, or not.
    public enum Choice: String, Sendable, CaseIterable {
        /// The time of proof begins with the end of the calendar year.
        case proofFromYearEnd
        /// Entries of the do-not-mail list are destroyed when they are to be looked at again.
        case destroySuppressions
    }

    /// The time of one thing.
    public struct Term: Sendable, Hashable {
        let period: Period
        let least: Period
        /// As it is written: `36 months`.
        public let text: String
        /// Where it comes from.
        public let law: String
        /// What it is the time of, in a sentence.
        public let meaning: String

        /// How long it is.
        public var span: KeptItem.Span {
            KeptItem.Span(months: period.months, days: period.seconds / 86_400)
        }
    }

    private var terms: [Item: Term] = [:]
    private var choices: [Choice: Bool] = [:]

    /// Reads the catalogue's block.
    init(catalogue node: YAMLNode) throws(YAMLError) {
        let mapping = try node.mapping()
        try mapping.allowOnly(Self.names)
        for item in Item.allCases {
            let own = try mapping.required(item.rawValue).mapping()
            try own.allowOnly(["default", "least", "law", "says"])
            let written = try own.required("default")
            terms[item] = Term(
                period: try Period(parsing: written), least: try Period(parsing: own.required("least")),
                text: try written.nonEmptyText(), law: try own.required("law").sentence(),
                meaning: try own.required("says").sentence())
        }
        for choice in Choice.allCases {
            let own = try mapping.required(choice.rawValue).mapping()
            try own.allowOnly(["default", "law", "says"])
            choices[choice] = try own.required("default").boolean()
        }
    }

    /// Takes in what a policy says.
    mutating func set(_ name: YAMLNode, to value: YAMLNode) throws(YAMLError) {
        let text = try name.nonEmptyText()
        if let choice = Choice(rawValue: text) {
            choices[choice] = try value.boolean()
            return
        }
        guard let item = Item(rawValue: text), let term = terms[item] else {
            throw name.unknown("time of retention", text, among: Self.names)
        }
        let period = try Period(parsing: value)
        guard term.least.after(Self.anyDay) <= period.after(Self.anyDay) else {
            throw value.error(
                "\(text) is at least \(Self.spoken(term.least))",
                hint: "What is destroyed earlier is missing when somebody asks for it (\(term.law)).")
        }
        terms[item] = Term(
            period: period, least: term.least, text: try value.nonEmptyText(), law: term.law,
            meaning: term.meaning)
    }

    /// The time of something; nil is never answered for a schedule that was read.
    public func term(of item: Item) -> Term? { terms[item] }

    /// Whether something is done.
    public func isChosen(_ choice: Choice) -> Bool { choices[choice] ?? false }

    /// When the time of something is over.
    ///
    /// - Parameters:
    ///   - item: What it is.
    ///   - moment: From when it counts, as its case says; the end of its year is added where it has to be.
    public func end(of item: Item, from moment: Instant) -> Instant {
        guard let term = terms[item] else { return Instant(seconds: Instant.range.upperBound) }
        let isByYear = item == .proof && isChosen(.proofFromYearEnd)
        return term.period.after(isByYear ? Self.endOfYear(moment) : moment)
    }

    /// The latest moment from which the time of something is over by another; the end of a year is passed over.
    public func latest(of item: Item, endingBy moment: Instant) -> Instant {
        terms[item]?.period.before(moment) ?? Instant(seconds: Instant.range.lowerBound)
    }

    /// Every value as it is written, by its name in a policy.
    public var written: [String: String] {
        var written = Dictionary(uniqueKeysWithValues: terms.map { ($0.rawValue, $1.text) })
        for (choice, isChosen) in choices { written[choice.rawValue] = isChosen ? "true" : "false" }
        return written
    }

    private static let names = Item.allCases.map(\.rawValue) + Choice.allCases.map(\.rawValue)
    /// From which periods are compared, for months have different lengths.
    private static let anyDay = Instant(seconds: 1_735_689_600)

    private static func endOfYear(_ moment: Instant) -> Instant {
        let year = (Int64(moment.day.prefix(4)) ?? 9999) + 1
        return Instant(seconds: Instant.days(year: year, month: 1, day: 1) * 86_400)
    }

    private static func spoken(_ period: Period) -> String {
        period.months > 0 ? "\(period.months) months" : "\(period.seconds / 86_400) days"
    }
}
