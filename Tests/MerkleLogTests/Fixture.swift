import Cryptography
import Foundation
import MerkleLog
import Testing

/// Test vectors that lie beside the tests.
enum Fixture {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: path)))
    }

    static func text(_ path: String) throws -> String {
        String(decoding: try bytes(path), as: UTF8.self)
    }

    /// The first line of a file that holds one.
    static func line(_ path: String) throws -> String {
        String(try text(path).prefix { $0 != "\n" })
    }

    static func decode<Value: Decodable>(_ path: String, as type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: Data(try bytes(path)))
    }

    /// The names in a folder, sorted; none if there is no such folder.
    static func names(in folder: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
        return (names ?? []).sorted()
    }

    /// The paths of all files under a folder, relative to that folder, sorted.
    static func files(under folder: String) -> [String] {
        names(in: folder).flatMap { name in
            let below = files(under: "\(folder)/\(name)")
            return below.isEmpty ? [name] : below.map { "\(name)/\($0)" }
        }
    }
}

/// The bytes that a vector writes in hexadecimal digits.
struct HexBytes: Decodable {
    let bytes: [UInt8]

    init(from decoder: any Decoder) throws {
        bytes = try #require(Hex.decode(try decoder.singleValueContainer().decode(String.self)))
    }
}
