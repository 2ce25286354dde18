/// What a fact means, in words for people who write policies.
public struct FactDefinition: Sendable, Hashable {
    /// What a fact is about; its name begins with it.
    public enum Group: String, Sendable, CaseIterable, CustomStringConvertible {
        /// One row of the list.
        case row
        /// The person, whatever the purpose.
        case subject
        /// The yes that stands.
        case record
        /// The words that the person saw.
        case wording
        /// The list as a whole.
        case list
        /// The mailing for which the list is vetted.
        case sending
        /// The vetting itself.
        case run

        /// In words for people who write policies.
        public var description: String {
            switch self {
            case .row: "one row of the list"
            case .subject: "the person, whatever the purpose"
            case .record: "the yes that stands"
            case .wording: "the words that the person saw"
            case .list: "the list as a whole"
            case .sending: "the mailing for which the list is vetted"
            case .run: "the vetting itself"
            }
        }
    }

    /// The fact.
    public let fact: Fact
    /// Its name, `group.name`.
    public let name: String
    /// What its values are.
    public let type: FactType
    /// Where its value comes from.
    public let source: FactSource
    /// What it says.
    public let meaning: String
    /// When it is unknown.
    public let unknown: String
    /// What it is about.
    public let group: Group

    init(
        _ fact: Fact, _ name: String, _ type: FactType, from source: FactSource, _ meaning: String,
        unknown: String = never
    ) {
        self.fact = fact
        self.name = name
        self.type = type
        self.source = source
        self.meaning = meaning
        self.unknown = unknown
        group = name.split(separator: ".").first.flatMap { Group(rawValue: String($0)) } ?? .run
    }

    static let never = "Never: the program always knows."
    static let withoutAddress = "When the row has no valid address."
    static let withoutYes = "When no yes is recorded."
    static let withoutWording = "When the words that the person saw are not kept."
    static let untoldByList = "Unless the list or a declaration says so."
    static let undeclared = "Unless it was declared for the purpose."
    static let untoldByRecord = "Unless it was told with the opt-in."
    static let untoldByWording = "When the words are not kept, or their file does not say so."

    /// One per fact, in the order of the cases.
    static let all = ofRow + ofSubject + ofRecord + ofWording + ofList + ofSending + ofRun
}

extension Fact {
    /// What the fact means, what its values are, and when it is unknown.
    public var definition: FactDefinition { FactDefinition.all[Int(rawValue)] }
}
