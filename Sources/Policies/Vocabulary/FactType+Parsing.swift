import Consent
import StrictYAML

extension FactType {
    /// Reads a value of this type as ``Facts`` stores it.
    ///
    /// - Throws: The place, what was expected, and the nearest name where it must be one.
    func cell(parsing node: YAMLNode, of fact: Fact) throws(YAMLError) -> Int64 {
        switch self {
        case .boolean:
            return try node.boolean() ? 1 : 0
        case .name(let list):
            let name = try node.nonEmptyText()
            guard let index = list.names.firstIndex(of: name) else {
                throw node.unknown("value of \(fact.name)", name, among: list.names)
            }
            return Int64(index)
        case .number:
            return Int64(try node.integer(in: -1_000_000_000_000...1_000_000_000_000))
        case .time:
            return try node.instant().seconds
        }
    }
}

extension YAMLNode {
    /// A moment as RFC 3339 writes it.
    func instant() throws(YAMLError) -> Instant {
        let text = try nonEmptyText()
        do {
            return try Instant(parsing: text)
        } catch {
            throw self.error("expected a time, found \"\(text.prefix(40))\"", hint: error.description)
        }
    }
}
