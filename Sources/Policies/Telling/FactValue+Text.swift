import Consent
import Suggestions

extension FactValue {
    /// Reads a value as people type it: `true`, a name of the fact's list, a whole number, a day or an RFC 3339 time.
    ///
    /// A day is its first second in UTC.
    public init(parsing text: String, of fact: Fact) throws(FactTextError) {
        switch fact.type {
        case .boolean: self = .boolean(try Self.boolean(text, fact))
        case .name(let list):
            guard list.names.contains(text) else { throw Self.unknown(text, list, fact) }
            self = .name(text)
        case .number:
            guard let number = Int(text), (0...1_000_000_000_000).contains(number) else {
                throw Self.mismatch(fact, hint: "Give a whole number without blanks.")
            }
            self = .number(number)
        case .time: self = .time(try Self.time(text, fact))
        }
    }

    private static func boolean(_ text: String, _ fact: Fact) throws(FactTextError) -> Bool {
        switch text.lowercased() {
        case "true", "yes": return true
        case "false", "no": return false
        default: throw mismatch(fact, hint: "Write \(fact.name)=true or \(fact.name)=false.")
        }
    }

    private static func time(_ text: String, _ fact: Fact) throws(FactTextError) -> Instant {
        let full = text.utf8.count == 10 ? text + "T00:00:00Z" : text
        guard let time = try? Instant(parsing: full) else {
            throw mismatch(
                fact, hint: "Write a day such as 2026-10-02, or a time such as 2026-10-02T09:15:00Z.")
        }
        return time
    }

    private static func unknown(_ text: String, _ list: NameList, _ fact: Fact) -> FactTextError {
        let near = nearestName(to: text, among: list.names).map { "Did you mean \"\($0)\"?" }
        let known =
            list == .countries
            ? "Give the two letters of ISO 3166-1, as in \(fact.name)=DE."
            : "Known are: \(list.names.joined(separator: ", "))."
        return mismatch(fact, hint: near ?? known)
    }

    /// What was typed is not repeated: it may be anything.
    private static func mismatch(_ fact: Fact, hint: String) -> FactTextError {
        FactTextError("This is no value of \(fact.name), which is \(fact.type.short).", hint: hint)
    }
}

extension FactType {
    /// As ``description``, without the names of a long list.
    var short: String {
        if case .name(let list) = self, list.names.count > 20 { return "a name of a closed list" }
        return description
    }
}
