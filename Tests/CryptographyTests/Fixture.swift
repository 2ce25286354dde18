import Cryptography
import Foundation
import Testing

/// Test vectors that lie beside the tests.
enum Fixture {
    static func decode<Value: Decodable>(_ path: String, as type: Value.Type) throws -> Value {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(path)")
        return try JSONDecoder().decode(type, from: Data(contentsOf: url))
    }
}

/// The bytes that a vector writes in hexadecimal digits.
struct HexBytes: Decodable {
    let bytes: [UInt8]

    init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        bytes = try #require(Hex.decode(text))
    }
}

/// A source that always gives the same bytes, as many as it has.
struct FixedRandom: RandomSource {
    let fixed: [UInt8]

    func bytes(_ count: Int) throws(CryptographyError) -> [UInt8] { fixed }
}
