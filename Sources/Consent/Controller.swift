/// The organisation that mails, and answers for it.
///
/// Art. 4(7) GDPR.
public struct Controller: Hashable, Sendable {
    /// Its name as people know it.
    public let name: String
    /// The country of its seat, ISO 3166-1 alpha-2 in capitals, if told.
    public let country: String?

    /// A controller, or nil if the name is blank or too long or the country is not two letters.
    public init?(name: String, country: String? = nil) {
        let isNamed = name.contains { !$0.isWhitespace } && !name.contains { $0.isNewline }
        guard isNamed, name.utf8.count <= 400 else { return nil }
        let code = country?.uppercased()
        guard code.map({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (65...90).contains($0) } }) ?? true else {
            return nil
        }
        self.name = name
        self.country = code
    }
}
