import Tables
import TestSupport
import Testing

@Suite("Random tables in every dialect")
struct DialectRoundTripTests {
    @Test("what was written can be read, and comes back byte by byte", arguments: 0..<8)
    func roundTrip(seed: Int) throws {
        var generator = SeededRandom(seed: UInt64(seed))
        let pieces = ["a", "\"", "\\", ",", ";", "\t", "|", "\r", "\n", " ", "é", "Ada"]
        let delimiters: [UInt8] = [44, 59, 9, 124]
        for _ in 0..<400 {
            let delimiter = try #require(delimiters.randomElement(using: &generator))
            let inner = try #require(delimiters.filter { $0 != delimiter }.randomElement(using: &generator))
            let dialect = try Dialect(
                encoding: #require(
                    [.utf8, .utf16BigEndian, .latin9, .macintosh].randomElement(using: &generator)),
                delimiter: delimiter,
                lineEnding: #require(LineEnding.allCases.randomElement(using: &generator)),
                hasBackslashEscapes: .random(using: &generator), hasSpacedQuotes: .random(using: &generator),
                nestedDelimiter: .random(using: &generator) ? inner : nil)
            var writer = RecordWriter(dialect: dialect)
            var output: [UInt8] = []
            var rows: [[String]] = []
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                var cells = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
                    (0..<Int.random(in: 0...4, using: &generator))
                        .compactMap { _ in pieces.randomElement(using: &generator) }.joined()
                }
                // A nested record of nothing is a blank one of the outer table.
                cells[0] = "x" + cells[0]
                rows.append(cells)
                writer.append(cells: cells, to: &output)
            }
            let table = ReadTable(output, dialect: dialect, bufferCapacity: 32)
            #expect(table.error == nil)
            #expect(
                table.cells.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } },
                "\(dialect)")
            #expect(table.reassembled == output)
            #expect(
                table.rows.allSatisfy {
                    !$0.hasLooseQuotes && $0.isNested == (dialect.nestedDelimiter != nil)
                })
        }
    }
}
