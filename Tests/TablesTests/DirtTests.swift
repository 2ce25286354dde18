import Tables
import Testing

@Suite("Tables that spreadsheet programs and exports have spoilt")
struct DirtTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var cells: [[String]]
        var lines: [Int]?

        init(_ what: String, _ text: String, _ cells: [[String]], lines: [Int]? = nil) {
            (testDescription, self.text, self.cells, self.lines) = (what, text, cells, lines)
        }
    }

    static let cases = [
        Case(
            "CR CR LF", "a,b\r\r\n1,2\r\r\n3,4\r\r\n", [["a", "b"], ["1", "2"], ["3", "4"]], lines: [1, 2, 3]),
        Case("LF CR", "a,b\n\r1,2\n\r3,4\n\r", [["a", "b"], ["1", "2"], ["3", "4"]], lines: [1, 2, 3]),
        Case(
            "CR CR LF within quotes", "a,b\n\"x\r\r\ny\",2\n3,4",
            [["a", "b"], ["x\r\r\ny", "2"], ["3", "4"]], lines: [1, 2, 4]),
        Case(
            "LF and a blank CRLF line", "a,b\n\r\n1,2\n", [["a", "b"], [""], ["1", "2"]], lines: [1, 2, 3]),
        Case(
            "other breaks are content", "a,b\n1\u{85}1,2\u{2028}2\n3\u{C}3,4\u{B}4\n",
            [["a", "b"], ["1\u{85}1", "2\u{2028}2"], ["3\u{C}3", "4\u{B}4"]]),
        Case(
            "a byte order mark in the middle", "a,b\n1,2\n\u{FEFF}a,b\n\u{FEFF}\"3,3\",4\n",
            [["a", "b"], ["1", "2"], ["a", "b"], ["3,3", "4"]]),
        Case(
            "NULs that pad cells", "a,b\nx\u{0}\u{0},y\u{0}\n1\u{0},\"2\"\u{0}\n",
            [["a", "b"], ["x", "y"], ["1", "2"]]),
        Case(
            "NULs that pad the file", "a,b\n1,2\n" + String(repeating: "\u{0}", count: 700),
            [["a", "b"], ["1", "2"], [""]]),
        Case("Ctrl-Z at the end", "a,b\r\n1,2\r\n\u{1A}", [["a", "b"], ["1", "2"], [""]]),
        Case("Ctrl-Z behind the last cell", "a,b\n1,\"2\"\u{1A}\u{0}\u{0}", [["a", "b"], ["1", "2"]]),
        Case(
            "records in one cell each", "\"a;b;c\"\n\"1;2;3\"\n\"4;\"\"5;5\"\";6\"\n",
            [["a", "b", "c"], ["1", "2", "3"], ["4", "5;5", "6"]]),
        Case(
            "records padded with commas", "a;b;c,,,\n1;2;3,,,\n4;Acme, Inc.;6,,\n7;8;9,,,\n",
            [["a", "b", "c"], ["1", "2", "3"], ["4", "Acme, Inc.", "6"], ["7", "8", "9"]]),
        Case(
            "some records in one cell", "a,b,c\n\"1,\"\"2,2\"\",3\"\n\"4,5,6\"\n\"7,8,9\"\n",
            [["a", "b", "c"], ["1", "2,2", "3"], ["4", "5", "6"], ["7", "8", "9"]]),
        Case("tabs in one cell", "\"a\tb\"\n\"1\t2\"\n", [["a", "b"], ["1", "2"]]),
        Case(
            "names in one column", "name\n\"Doe, Jane\"\n\"Roe, Rick\"\n",
            [["name"], ["Doe, Jane"], ["Roe, Rick"]]),
        Case(
            "backslashes before quotes", "a,b\n\"say \\\"hi\\\", she\",2\n\"x\",\"y\\\\\"\n3,4\n",
            [["a", "b"], ["say \"hi\", she", "2"], ["x", "y\\"], ["3", "4"]]),
        Case(
            "backslashes before delimiters", "a,b\nAcme\\, Inc,2\nx,C:\\temp\n3,4\n",
            [["a", "b"], ["Acme, Inc", "2"], ["x", "C:\\temp"], ["3", "4"]]),
        Case(
            "backslashes that mean nothing", "a,b\n\"C:\\dir\\\",2\n3,4\n",
            [["a", "b"], ["C:\\dir\\", "2"], ["3", "4"]]),
        Case(
            "spaces before quotes", "\"a\", \"b\", \"c\"\n\"1\", \"2, 2\" , \"3\"\n",
            [["a", "b", "c"], ["1", "2, 2", "3"]]),
        Case(
            "a column of one", "email\nada@example.org\nbob@example.org\n",
            [["email"], ["ada@example.org"], ["bob@example.org"]]),
        Case(
            "a preamble padded with commas", "Notes:,,\n\"One, two; three\",,\n,,\nFirst,Last,Mail\nA,B,c\n",
            [
                ["Notes:", "", ""], ["One, two; three", "", ""], ["", "", ""], ["First", "Last", "Mail"],
                ["A", "B", "c"],
            ]),
        Case("a separator line for a tab", "sep=\\t\na,b\tc\n1\t2\n", [["a,b", "c"], ["1", "2"]]),
        Case("a separator line with spaces behind it", "sep=;  \r\na;b\r\n", [["a", "b"]]),
    ]

    @Test("are read as they were meant, and come back byte by byte", arguments: cases)
    func reads(example: Case) throws {
        for encoding in [TextEncoding.utf8, .utf16LittleEndian]
        where encoding == .utf8 || !example.text.contains("\u{0}") && !example.text.contains("\u{1A}") {
            let bytes = example.text.bytes(in: encoding)
            let table = ReadTable(detecting: bytes)
            #expect(table.error == nil)
            #expect(table.cells == example.cells)
            #expect(table.reassembled == bytes)
            #expect(table.rows.allSatisfy { !$0.hasLooseQuotes })
            if let lines = example.lines { #expect(table.rows.map(\.line) == lines) }
            let dialect = try #require(table.dialect)
            for bufferCapacity in 16...40 {
                let again = ReadTable(bytes, dialect: dialect, pieceSize: 3, bufferCapacity: bufferCapacity)
                #expect(again == table)
            }
        }
    }

    @Test("keep their bytes when cells are added behind them")
    func adding() throws {
        let bytes = Array("a;b,,\n\"1;\"\"2\"\"\"\n3;x, y,\n4;5,,\u{1A}".utf8)
        var reader = try RecordReader(detecting: InMemorySource(bytes))
        #expect(reader.dialect.delimiter == UInt8(ascii: ","))
        #expect(reader.dialect.nestedDelimiter == UInt8(ascii: ";"))
        var writer = RecordWriter(dialect: reader.dialect)
        var record = Record()
        var output: [UInt8] = []
        while try reader.next(into: &record) {
            let isNested = record.isNested
            #expect(isNested)
            writer.append(raw: record, addingCells: ["x;y"], to: &output)
        }
        #expect(output == Array("a;b,,,x;y\n\"1;\"\"2\"\"\",x;y\n3;x, y,,x;y\n4;5,,,x;y\n".utf8))
    }

    @Test("have their table found below any preamble", arguments: [",", ";", "\t", "|"], [0, 1, 40, 500])
    func preamble(delimiter: String, lineCount: Int) throws {
        let prose = (0..<lineCount).map { "Dear reader, this is line \($0), and it says nothing.\n" }.joined()
        let rows = [
            ["email", "name", "city"], ["ada@example.org", "Ada, Countess", "London"],
            ["bob@example.org", "Bob", "York, UK"],
        ]
        let table = rows.map {
            $0.map { $0.contains(delimiter) ? "\"\($0)\"" : $0 }.joined(separator: delimiter)
        }.joined(separator: "\n")
        let read = ReadTable(detecting: Array((prose + table).utf8))
        #expect(read.dialect?.delimiter == delimiter.utf8.first)
        #expect(read.cells.suffix(3) == rows[...])
    }
}
