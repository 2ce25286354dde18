/// What people are told of a purpose beside the text they agree to.
///
/// Art. 13(1)(e), (f), (2)(a), (c) GDPR. Declared once for a purpose, as `notice.retention`, and remembered in the open log.
public enum NoticeDetail: String, Sendable, CaseIterable {
    /// Who else gets the data, by name, with semicolons between, or `none`.
    case recipients
    /// In which countries the data lie: ISO 3166-1, or `EU` or `EEA`, with commas between.
    case storedIn
    /// How long the data are kept, in words or as an ISO 8601 duration such as `P3Y`.
    case retention
    /// The page on which one withdraws.
    case withdrawAt
    /// Which special categories of data the mail reveals (Art. 9 GDPR), with commas between.
    case sensitive

    /// The name under which it is declared.
    public var name: String { "notice.\(rawValue)" }

    /// The detail of a name, or nil.
    public init?(named name: some StringProtocol) {
        guard name.hasPrefix("notice.") else { return nil }
        self.init(rawValue: String(name.dropFirst("notice.".count)))
    }

    /// What it says, for people.
    public var meaning: String {
        switch self {
        case .recipients:
            "Who else gets the data, by name, as in \"Mailer Inc, US; Print GmbH, DE\", or none."
        case .storedIn: "In which countries the data lie, as in DE,IE or EU."
        case .retention: "How long the data are kept, in words or as P3Y."
        case .withdrawAt: "The page on which one withdraws."
        case .sensitive: "Which special categories the mail reveals (Art. 9 GDPR), as in health."
        }
    }

    /// What it is called where people read it.
    package var title: String {
        switch self {
        case .recipients: "Who else gets the data"
        case .storedIn: "In which countries the data lie"
        case .retention: "How long the data are kept"
        case .withdrawAt: "The page on which one withdraws"
        case .sensitive: "Which special categories of data the mail reveals (Art. 9 GDPR)"
        }
    }

    /// What is wrong with a value, in words that go on after its name; nil where nothing is.
    public func problem(of value: String) -> String? {
        guard value.contains(where: { !$0.isWhitespace }) else { return "is blank" }
        switch self {
        case .storedIn:
            return Self.places(in: value) == nil ? "is no list of countries of two letters" : nil
        case .withdrawAt: return Controller.Detail.url.problem(of: value)
        case .recipients, .retention, .sensitive: return nil
        }
    }

    /// The countries of a list: two letters each, or `EEA`; nil where it is none.
    public static func places(in value: String) -> [String]? {
        let parts = value.split(separator: ",").map { part in
            String(part.filter { !$0.isWhitespace }).uppercased()
        }
        let arePlaces = parts.allSatisfy { part in
            part == "EEA" || part.utf8.count == 2 && part.utf8.allSatisfy { (65...90).contains($0) }
        }
        return arePlaces && !parts.isEmpty ? parts : nil
    }
}
