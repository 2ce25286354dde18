import FoundationEssentials

extension JSONValue {
    /// A text that is no JSON, or holds what this program never writes.
    package struct ReadingError: Error, Hashable, Sendable, CustomStringConvertible {
        package let description: String
    }

    /// Reads JSON without fractions.
    ///
    /// Members come sorted by name; use ``init(readingCanonical:)`` where every byte counts.
    package init(reading bytes: [UInt8]) throws(ReadingError) {
        do {
            self = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
        } catch {
            throw ReadingError(description: "This is not JSON of the kind that consentgate writes.")
        }
    }

    /// Reads a record in canonical form, and refuses one that is not: two texts must never count as the same record.
    package init(readingCanonical bytes: [UInt8]) throws(ReadingError) {
        if let value = CanonicalReader.value(of: bytes) {
            self = value
            return
        }
        try self.init(reading: bytes)
        guard canonicalBytes == bytes else {
            throw ReadingError(description: "This JSON is not in the canonical form of RFC 8785.")
        }
    }
}

extension JSONValue: Decodable {
    package init(from decoder: any Decoder) throws {
        if let keyed = try? decoder.container(keyedBy: AnyKey.self) {
            let names = keyed.allKeys.sorted { $0.stringValue < $1.stringValue }
            self = .object(
                try names.map { key in Member(key.stringValue, try keyed.decode(JSONValue.self, forKey: key))
                })
        } else if var list = try? decoder.unkeyedContainer() {
            var items: [JSONValue] = []
            while !list.isAtEnd { items.append(try list.decode(JSONValue.self)) }
            self = .array(items)
        } else {
            self = try Self.scalar(try decoder.singleValueContainer())
        }
    }

    private static func scalar(_ container: any SingleValueDecodingContainer) throws -> JSONValue {
        if container.decodeNil() { return .null }
        if let truth = try? container.decode(Bool.self) { return .boolean(truth) }
        if let text = try? container.decode(String.self) { return .string(text) }
        let number = try container.decode(Int64.self)
        guard number.magnitude <= UInt64(greatestInteger) else {
            throw ReadingError(description: "A number is beyond 2^53.")
        }
        return .integer(number)
    }

    private struct AnyKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
