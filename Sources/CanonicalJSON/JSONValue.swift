/// A JSON value without fractions: everything that this program writes.
///
/// Objects keep the order in which they were made, for people; the canonical form sorts. A number is an integer
/// that every JSON reader holds exactly (RFC 8259 section 6: within ±2^53−1).
package indirect enum JSONValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case string(String)
    case array([JSONValue])
    case object([Member])

    /// A name and its value.
    package struct Member: Hashable, Sendable {
        package let name: String
        package let value: JSONValue

        package init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// The greatest magnitude of a number.
    package static let greatestInteger: Int64 = 1 << 53 - 1

    /// The value of a member of an object, or nil.
    package subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The text of a string.
    package var text: String? { if case .string(let text) = self { text } else { nil } }
    /// The number of an integer.
    package var number: Int64? { if case .integer(let number) = self { number } else { nil } }
    /// The truth of a boolean.
    package var truth: Bool? { if case .boolean(let truth) = self { truth } else { nil } }
    /// The items of an array.
    package var items: [JSONValue]? { if case .array(let items) = self { items } else { nil } }
    /// The members of an object.
    package var members: [Member]? { if case .object(let members) = self { members } else { nil } }

    /// An object from names and values; names whose value is nil are left out.
    package static func object(of pairs: KeyValuePairs<String, JSONValue?>) -> JSONValue {
        .object(pairs.compactMap { name, value in value.map { Member(name, $0) } })
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int64) { self = .integer(value) }
    package init(booleanLiteral value: Bool) { self = .boolean(value) }
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }
}
