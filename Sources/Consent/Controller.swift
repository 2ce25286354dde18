/// The organisation that mails, and answers for it.
///
/// Art. 4(7) GDPR.
public struct Controller: Hashable, Sendable {
    /// What people are told of a controller beside its name, so that they can reach it.
    ///
    /// Art. 13(1)(a), (b) GDPR.
    public enum Detail: String, Sendable, CaseIterable {
        /// Its postal address, in one line.
        case address
        /// The address for questions about data.
        case email
        /// Its telephone number.
        case phone
        /// Its site.
        case url
        /// Where its privacy policy stands.
        case privacyURL = "privacyUrl"
        /// Whom to ask about data: the data protection officer, or an office.
        case officer
        /// The authority that watches over it.
        case authority

        /// What is wrong with a value, in words that go on after its name; nil where nothing is.
        public func problem(of value: String) -> String? {
            let isPlain = value.unicodeScalars.allSatisfy { scalar in
                switch scalar.properties.generalCategory {
                case .control, .lineSeparator, .paragraphSeparator: false
                default: true
                }
            }
            guard isPlain, value.contains(where: { !$0.isWhitespace }), value.utf8.count <= 400 else {
                return "is blank, longer than 400 bytes or more than one line"
            }
            switch self {
            case .email: return (try? EmailAddress(parsing: value)) == nil ? "is no address" : nil
            case .url, .privacyURL:
                let hasScheme = value.hasPrefix("https://") || value.hasPrefix("http://")
                let isBare = value.contains { $0.isWhitespace || "<>\"".contains($0) }
                return hasScheme && !isBare ? nil : "is no address of a page; it begins with https://"
            case .phone:
                let isNumber = value.contains(where: \.isNumber) && !value.contains(where: \.isLetter)
                return isNumber ? nil : "is no telephone number"
            case .address, .officer, .authority: return nil
            }
        }
    }

    /// Its name as people know it.
    public let name: String
    /// The country of its seat, ISO 3166-1 alpha-2 in capitals, if told.
    public let country: String?
    /// How it is reached, as far as told.
    public let details: [Detail: String]

    /// A controller, or nil if the name is blank or too long, the country is not two letters, or a detail is none.
    public init?(name: String, country: String? = nil, details: [Detail: String] = [:]) {
        let isNamed = name.contains { !$0.isWhitespace } && !name.contains { $0.isNewline }
        guard isNamed, name.utf8.count <= 400 else { return nil }
        let code = country?.uppercased()
        guard code.map({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (65...90).contains($0) } }) ?? true else {
            return nil
        }
        guard details.allSatisfy({ $0.key.problem(of: $0.value) == nil }) else { return nil }
        self.name = name
        self.country = code
        self.details = details
    }

    /// What was told of it under a name, or nil.
    public subscript(detail: Detail) -> String? { details[detail] }
}
