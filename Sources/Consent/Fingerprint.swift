/// One thing by which the person of a row can be found again in another list.
///
/// The text is personal data: it is keyed before it is kept, and it prints as its kind alone.
public struct Fingerprint: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// What the text is made of, the surest first.
    public enum Kind: String, Sendable, CaseIterable {
        /// The address.
        case address
        /// The profile on LinkedIn.
        case profile
        /// The name and the employer.
        case nameCompany = "name-company"
        /// The name and the day of the connection.
        case nameDate = "name-date"
        /// The name alone.
        case name
    }

    /// What the text is made of.
    public let kind: Kind
    /// The text in the one form in which such texts are compared.
    ///
    /// Personal data.
    public let text: String
    /// Whether something of it is a guess: a date in a column of which nobody knows what it is for, a pet name.
    public let isGuessed: Bool

    /// A fingerprint with its parts.
    public init(_ kind: Kind, _ text: String, isGuessed: Bool = false) {
        self.kind = kind
        self.text = text
        self.isGuessed = isGuessed
    }

    /// The kind, never the text.
    public var description: String { "<\(kind.rawValue)>" }

    /// A mirror without the text, so that `dump` does not find it either.
    public var customMirror: Mirror { Mirror(self, children: ["kind": kind]) }
}
