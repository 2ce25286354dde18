import Tables
import TestSupport
import Testing

@Suite("Writing records")
struct RecordWriterTests {
    private func written(_ cells: [String], _ dialect: Dialect) -> [UInt8] {
        var writer = RecordWriter(dialect: dialect)
        var output: [UInt8] = []
        writer.append(cells: cells, to: &output)
        return output
    }

    @Test(
        "quotes only what has to be quoted",
        arguments: [
            (["a", "b c", ""], "a,b c,\n"), (["a,b", "c;d"], "\"a,b\",c;d\n"),
            (["say \"hi\""], "\"say \"\"hi\"\"\"\n"),
            (["a\nb", "a\rb"], "\"a\nb\",\"a\rb\"\n"), ([" a "], " a \n"), (["ä€😀"], "ä€😀\n"), ([], "\n"),
            (["a\u{0}b"], "a?b\n"),
        ])
    func quoting(cells: [String], text: String) throws {
        #expect(written(cells, try Dialect()) == Array(text.utf8))
    }

    @Test("keeps to the dialect")
    func dialects() throws {
        let wide = try Dialect(encoding: .utf16BigEndian, delimiter: UInt8(ascii: ";"), lineEnding: .crlf)
        #expect(written(["a;b", "😀,"], wide) == "\"a;b\";😀,\r\n".bytes(in: .utf16BigEndian))
        let old = try Dialect(encoding: .windows1252, delimiter: 9, lineEnding: .cr)
        #expect(written(["a\tb", "€"], old) == Array("\"a\tb\"\t".utf8) + [0x80, 0x0D])
    }

    @Test("counts what is lost")
    func losses() throws {
        var writer = RecordWriter(dialect: try Dialect(encoding: .windows1252))
        var output: [UInt8] = []
        writer.append(cells: ["Łódź", "王", "ok é", "\u{0}"], to: &output)
        #expect(output == Array("?".utf8) + [0xF3] + Array("d?,?,ok ".utf8) + [0xE9] + Array(",?\n".utf8))
        #expect(writer.lossCount == 4)
        var repairing = RecordWriter(dialect: try Dialect())
        output = []
        repairing.append(utf8Cells: [[0x61, 0xFF], [0x62]], to: &output)
        #expect(output == Array("a\u{FFFD},b\n".utf8))
        #expect(repairing.lossCount == 1)
    }

    @Test("writes what stands before the records", arguments: TextEncoding.telling)
    func prologue(encoding: TextEncoding) throws {
        let hasMark = encoding.isUnicode
        let dialect = try Dialect(
            encoding: encoding, hasByteOrderMark: hasMark, delimiter: UInt8(ascii: ";"),
            hasSeparatorLine: true,
            lineEnding: .crlf)
        var writer = RecordWriter(dialect: dialect)
        var output: [UInt8] = []
        writer.appendPrologue(to: &output)
        #expect(output == "sep=;\r\n".bytes(in: encoding, withMark: hasMark))
        writer.append(cells: ["ä", "b"], to: &output)
        let table = ReadTable(detecting: output)
        #expect(table.dialect == dialect)
        #expect(table.cells == [["ä", "b"]])
    }

    @Test("adds cells behind a record and leaves its bytes alone", arguments: TextEncoding.allCases)
    func adding(encoding: TextEncoding) throws {
        let text = "\"a\";  b ;\"c\"d\r\n\r\"\";x\nlast;\"ö\""
        let dialect = try Dialect(encoding: encoding, delimiter: UInt8(ascii: ";"), lineEnding: .crlf)
        var reader = try RecordReader(dialect: dialect, source: InMemorySource(text.bytes(in: encoding)))
        var writer = RecordWriter(dialect: dialect)
        var record = Record()
        var output: [UInt8] = []
        while try reader.next(into: &record) {
            writer.append(raw: record, addingCells: ["ä;", "=1"], to: &output)
        }
        let added = ";\"ä;\";'=1"
        let expected = "\"a\";  b ;\"c\"d\(added)\r\n\(added)\r\"\";x\(added)\nlast;\"ö\"\(added)\r\n"
        #expect(output == expected.bytes(in: encoding))
        #expect(writer.lossCount == 0)
    }

    @Test("a record from another dialect has its cells written anew")
    func otherDialect() throws {
        let bytes = "\"é;\";\"b\";c,d\r\n".bytes(in: .windows1252)
        var reader = try RecordReader(
            dialect: Dialect(encoding: .windows1252, delimiter: UInt8(ascii: ";")),
            source: InMemorySource(bytes))
        var record = Record()
        #expect(try reader.next(into: &record))
        var writer = RecordWriter(dialect: try Dialect())
        var output: [UInt8] = []
        writer.append(raw: record, addingCells: ["x"], to: &output)
        #expect(output == Array("é;,b,\"c,d\",x\r\n".utf8))
    }

    @Test("what was written can be read", arguments: TextEncoding.allCases)
    func roundTrip(encoding: TextEncoding) throws {
        var generator = SeededRandom(seed: 4180)
        let pieces =
            ["a", "\"", "\"\"", ",", ";", "\t", "|", "\r", "\n", "\r\n", " ", "=", "é", "€", "sep=;", "'"]
            + (encoding.isUnicode ? ["😀", "王", "x\u{FEFF}", "e\u{301}"] : ["ß"])
        for _ in 0..<400 {
            let dialect = try Dialect(
                encoding: encoding, delimiter: #require([44, 59, 9, 124].randomElement(using: &generator)),
                lineEnding: #require(LineEnding.allCases.randomElement(using: &generator)))
            var writer = RecordWriter(dialect: dialect)
            var output: [UInt8] = []
            var rows: [[String]] = []
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let cells = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
                    (0..<Int.random(in: 0...4, using: &generator))
                        .compactMap { _ in pieces.randomElement(using: &generator) }.joined()
                }
                rows.append(cells)
                writer.append(cells: cells, to: &output)
            }
            let table = ReadTable(output, dialect: dialect, bufferCapacity: 32)
            #expect(table.error == nil)
            // Strings are compared by their scalars: "é" in one and in two of them would count as equal.
            #expect(table.cells.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
            #expect(table.reassembled == output)
            #expect(table.rows.allSatisfy { !$0.hasLooseQuotes })
            #expect(writer.lossCount == 0)
        }
    }
}
