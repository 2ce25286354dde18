import Tables
import TestSupport
import Testing

@Suite("Records in blocks")
struct PlainBlockTests {
    /// What rows are made of, and what breaks them.
    private static let pieces: [[UInt8]] = [
        [0x61], [0x2C], [0x22], [0x0A], [0x0D, 0x0A], [0x3B], [0x09], [0xC3, 0xA9], [0x61], [0x2C], [0x22],
        [0x0A],
        Array("\"b\",".utf8), Array(",\"c\n".utf8), Array("\"d\"\"e\"".utf8), Array("0123456789".utf8),
        Array(",\"f\"\n".utf8),
    ]
    private static let rarePieces: [[UInt8]] = [
        [0x00], [0x0D], [0xC3], [0xEF, 0xBB, 0xBF], [0x1A], [0x5C, 0x22], [0x0D, 0x0D, 0x0A], [0x0A, 0x0D],
        Array(repeating: 0x78, count: 61),
    ]

    private static func bytes(using generator: inout SeededRandom) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0...90, using: &generator) {
            let isRare = Int.random(in: 0..<40, using: &generator) == 0
            bytes += (isRare ? rarePieces : pieces).randomElement(using: &generator) ?? []
        }
        return bytes
    }

    private static func dialects() throws -> [Dialect] {
        let comma = UInt8(ascii: ",")
        return try [
            Dialect(), Dialect(delimiter: UInt8(ascii: ";")), Dialect(delimiter: 0x09), Dialect(),
            Dialect(hasByteOrderMark: true), Dialect(encoding: .windows1252, delimiter: comma),
            Dialect(hasBackslashEscapes: true), Dialect(hasSpacedQuotes: true),
            Dialect(encoding: .utf16LittleEndian),
            Dialect(nestedDelimiter: UInt8(ascii: ";")),
        ]
    }

    @Test("and single ones are the same records, whatever the bytes", arguments: 0..<8)
    func random(seed: Int) throws {
        var generator = SeededRandom(seed: UInt64(seed))
        let dialects = try Self.dialects()
        var plainCount = 0
        for round in 0..<2_500 {
            var readings = TwoReadings(dialects[round % dialects.count])
            readings.pieceSize = [1, 7, .max][round % 3]
            readings.bufferCapacity = Int.random(in: 16...400, using: &generator)
            readings.rows = [1, 2, 3, 1000][round % 4]
            readings.byteCapacity = [64, 128, 1 << 17][round % 3]
            readings.cellCapacity = round.isMultiple(of: 5) ? 70 : 1 << 10
            if round.isMultiple(of: 7) {
                readings.limits = RecordReader.Limits(
                    maxCellBytes: Int.random(in: 1...40, using: &generator),
                    maxRecordBytes: Int.random(in: 1...90, using: &generator),
                    maxCells: Int.random(in: 1...6, using: &generator), maxCellLines: round % 4)
            }
            let bytes = Self.bytes(using: &generator)
            if let difference = readings.difference(in: bytes) {
                Issue.record("\(difference): \(bytes), \(readings)")
            }
            plainCount += readings.plainCount
        }
        #expect(plainCount > 5_000)
    }

    @Test("and single ones are the same records of real lists", arguments: Sample.all)
    func samples(sample: Sample) throws {
        let table = ReadTable(detecting: sample.bytes)
        guard let dialect = table.dialect else { return }
        for rows in [1, 2, 3, 5, 64, 1 << 20] {
            for bufferCapacity in [100, 1000, 1 << 19] {
                var readings = TwoReadings(dialect)
                (readings.rows, readings.bufferCapacity) = (rows, bufferCapacity)
                #expect(readings.difference(in: sample.bytes) == nil)
            }
        }
    }

    @Test(
        "hold what is written without doubt",
        arguments: [
            "a,b\n", "a,b\r\n", "\n", "\r\n", ",\n", "\"a\",\"\"\n", "\"a,\"\"b\"\"\",c\r\n",
            "\"two\nlines\",x\n",
            "\"three\r\nlines\nhere\"\n", "é,\"ü\"\n", "\"\"\"\"\n", " \t,x\n",
        ])
    func taken(text: String) throws {
        var readings = TwoReadings(try Dialect())
        let rows = String(repeating: text, count: 100)
        #expect(readings.difference(in: Array(rows.utf8)) == nil)
        #expect(readings.plainCount == 100)
    }

    @Test(
        "leave the rest to the closer look",
        arguments: [
            "a,b", "a\"b\"\n", "\"a\"b,c\n", "\"a\" ,b\n", "a\u{0}\n", "a\rb", "a\r\r\n", "a\n\rb",
            "\u{FEFF}a\n",
            "\"1\n2\n3\n4\"\n", "\"a\n", "\"\"a\"\"\n", "\"a\u{0}\"\n",
        ])
    func left(text: String) throws {
        var readings = TwoReadings(try Dialect())
        #expect(readings.difference(in: Array(text.utf8)) == nil)
        #expect(readings.plainCount == 0)
    }

    @Test("of code pages are those without a sign beyond ASCII")
    func codePage() throws {
        var readings = TwoReadings(try Dialect(encoding: .windows1252))
        #expect(readings.difference(in: Array("a,b\n".utf8) + [0xE4, 0x0A] + Array("c\n".utf8)) == nil)
        #expect(readings.plainCount == 2)
    }

    @Test("need no memory for each row", arguments: [1_000, 20_000])
    func memory(rows: Int) throws {
        let row = Array("ada@example.org,Ada,\"Love \"\"Lace\"\"\",London\n".utf8)
        var reader = try RecordReader(
            dialect: Dialect(),
            source: BoundedMemoryTests.EndlessRows(pattern: row, remaining: rows * row.count))
        var block = PlainBlock()
        var count = 0
        while try reader.nextPlain(into: &block, atMost: 512) { count += block.count }
        #expect(count == rows)
        let allocated = block.allocatedBytes
        #expect(allocated < 1 << 20)
    }

    @Test("fail where the source fails, and again")
    func failure() throws {
        let bytes = Array("a,b\nc,d\ne,f\ng,hhhhhhhh".utf8)
        var reader = try RecordReader(
            dialect: Dialect(), source: FailingSource(after: bytes), limits: .default, bufferCapacity: 16)
        var block = PlainBlock()
        var codes: [TableError.Code] = []
        var count = 0
        for _ in 0..<3 {
            do throws(TableError) {
                if try reader.nextPlain(into: &block, atMost: 512) { count += block.count }
            } catch {
                codes.append(error.code)
            }
        }
        #expect(count == 3)
        #expect(codes == [.unreadable, .unreadable])
    }
}
