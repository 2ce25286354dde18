import Tables
import TestSupport
import Testing

@Suite("Any bytes at all")
struct RandomInputTests {
    /// Bytes that have a meaning in some table, so that random inputs come close to real damage.
    private static let telling: [[UInt8]] = [
        [0x22], [0x22, 0x22], [0x2C], [0x3B], [0x09], [0x7C], [0x0A], [0x0D], [0x0D, 0x0A], [0x61], [0x20],
        [0x00],
        [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0xC3, 0xA4], [0xC3], [0xE2, 0x82, 0xAC],
        [0xF0, 0x9F], [0xE4],
        [0x3D, 0xD8, 0x00, 0xDE], [0xD8, 0x3D], [0x61, 0x00], [0x00, 0x61], Array("sep=;".utf8), [0x80],
        [0x1F, 0x8B],
    ]

    private static func bytes(using generator: inout SeededRandom) -> [UInt8] {
        let plain = generator.next().isMultiple(of: 4)
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0...16, using: &generator) {
            if plain {
                bytes.append(UInt8.random(in: 0...255, using: &generator))
            } else {
                bytes += telling.randomElement(using: &generator) ?? []
            }
        }
        return bytes
    }

    @Test("never trap, and come back byte by byte as far as they can be read", arguments: 0..<8)
    func anything(seed: Int) throws {
        var generator = SeededRandom(seed: UInt64(seed))
        let encodings = TextEncoding.allCases.map(Optional.some) + [nil, nil]
        var readable = 0
        for round in 0..<12_500 {
            let bytes = Self.bytes(using: &generator)
            let table = ReadTable(detecting: bytes, encoding: encodings[round % encodings.count])
            guard let dialect = table.dialect else {
                #expect(table.error != nil)
                continue
            }
            let again = ReadTable(bytes, dialect: dialect, pieceSize: 1 + round % 5, bufferCapacity: 16)
            if again != table { Issue.record("read differently in pieces: \(bytes), \(dialect)") }
            if table.error == nil {
                readable += 1
                if table.reassembled != bytes { Issue.record("lost bytes: \(bytes), \(dialect)") }
            } else if !bytes.starts(with: table.reassembled) {
                Issue.record("changed bytes: \(bytes), \(dialect)")
            }
        }
        #expect(readable > 1000)
    }
}
