import Tables
import Testing

@Suite("Reading records")
struct RecordReaderTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var what: String
        var text: String
        var cells: [[String]]
        var delimiter: Character = ","
        var testDescription: String { what }
    }

    static let cases = [
        Case(what: "plain rows", text: "a,b,c\n1,2,3\n", cells: [["a", "b", "c"], ["1", "2", "3"]]),
        Case(what: "a comma in quotes", text: "a,b\n\"1,2\",3\n", cells: [["a", "b"], ["1,2", "3"]]),
        Case(
            what: "empty cells", text: "a,b,c\n1,\"\",\n,,\n",
            cells: [["a", "b", "c"], ["1", "", ""], ["", "", ""]]),
        Case(what: "CRLF", text: "a,b\r\n1,2\r\n", cells: [["a", "b"], ["1", "2"]]),
        Case(what: "CR", text: "a,b\r1,2\r", cells: [["a", "b"], ["1", "2"]]),
        Case(what: "line ends mixed", text: "a\rb\nc\r\nd", cells: [["a"], ["b"], ["c"], ["d"]]),
        Case(what: "no line end at the end", text: "a,b\n1,2", cells: [["a", "b"], ["1", "2"]]),
        Case(what: "an empty last cell without line end", text: "a,", cells: [["a", ""]]),
        Case(what: "doubled quotes", text: "\"Kim \"\"K\"\" Test\",1", cells: [["Kim \"K\" Test", "1"]]),
        Case(what: "nothing but a quote", text: "\"\"\"\",x", cells: [["\"", "x"]]),
        Case(what: "a quoted cell at the very end", text: "a,\"b\"", cells: [["a", "b"]]),
        Case(what: "doubled quotes at the very end", text: "a,\"b\"\"\"", cells: [["a", "b\""]]),
        Case(
            what: "line ends in quotes", text: "\"a\nb\",\"c\r\nd\",\"e\rf\"\ng",
            cells: [["a\nb", "c\r\nd", "e\rf"], ["g"]]),
        Case(
            what: "JSON in quotes", text: "1,\"{\"\"a\"\": \"\"b\"\"}\"\n", cells: [["1", "{\"a\": \"b\"}"]]),
        Case(
            what: "a quote inside of a plain cell", text: "Otto \"The Rock\" Test,5\" nail",
            cells: [["Otto \"The Rock\" Test", "5\" nail"]]),
        Case(what: "spaces around quotes belong to the cell", text: " \"a\" ,b", cells: [[" \"a\" ", "b"]]),
        Case(
            what: "a space before a quote makes the quote content", text: " \"a,b\"",
            cells: [[" \"a", "b\""]]),
        Case(what: "bytes after a closing quote", text: "\"a\"b,c", cells: [["ab", "c"]]),
        Case(what: "quotes after a closing quote", text: "\"a\"b\"c\",d", cells: [["ab\"c\"", "d"]]),
        Case(what: "doubled quotes before loose ones", text: "\"a\"\"b\"c\n", cells: [["a\"bc"]]),
        Case(what: "a space after a closing quote", text: "\"a\" ,b", cells: [["a ", "b"]]),
        Case(
            what: "ragged rows", text: "a,b,c\n1\n1,2,3,4",
            cells: [["a", "b", "c"], ["1"], ["1", "2", "3", "4"]]),
        Case(what: "blank lines", text: "a\n\n\nb\n", cells: [["a"], [""], [""], ["b"]]),
        Case(what: "semicolons", text: "a;\"b;c\";d,e", cells: [["a", "b;c", "d,e"]], delimiter: ";"),
        Case(what: "tabs", text: "a\t\"b\tc\"\t d", cells: [["a", "b\tc", " d"]], delimiter: "\t"),
        Case(what: "bars", text: "a|b||", cells: [["a", "b", "", ""]], delimiter: "|"),
        Case(
            what: "characters of every length", text: "é,€,😀,\u{FEFF}x",
            cells: [["é", "€", "😀", "\u{FEFF}x"]]),
        Case(what: "a separator line that nobody announced", text: "sep=,\n", cells: [["sep=", ""]]),
    ]

    @Test("as RFC 4180 says, and leniently where files are sloppy", arguments: cases)
    func reads(example: Case) throws {
        let table = try ReadTable(example.text, delimiter: example.delimiter)
        #expect(table.error == nil)
        #expect(table.cells == example.cells)
        #expect(table.reassembled == Array(example.text.utf8))
        #expect(table.rows.map(\.number) == Array(1...table.rows.count))
    }

    @Test("whatever the size of the pieces and of the buffer", arguments: cases)
    func pieces(example: Case) throws {
        let dialect = try Dialect(delimiter: #require(example.delimiter.asciiValue))
        let padded = Array(
            (example.text + "\n" + String(repeating: "0123456789\n", count: 9) + example.text).utf8)
        let whole = ReadTable(padded, dialect: dialect)
        for pieceSize in [1, 2, 3, 7, 4096] {
            for bufferCapacity in 16...40 {
                let table = ReadTable(
                    padded, dialect: dialect, pieceSize: pieceSize, bufferCapacity: bufferCapacity)
                #expect(table == whole)
            }
        }
    }

    @Test("counts physical lines, also those inside of quotes")
    func lines() throws {
        let table = try ReadTable("a\r\n\"b\nb\r\nb\rb\",\"\"\r\"c\r\n\"\n\nd")
        #expect(table.rows.map(\.line) == [1, 2, 6, 8, 9])
        #expect(table.rows.map(\.hasLineEnd) == [true, true, true, true, false])
    }

    @Test("says where loose quotes are")
    func looseQuotes() throws {
        let table = try ReadTable("\"a\",b\n\"a\"x,b\na\"x\"\n\"a\"\"x\"")
        #expect(table.rows.map(\.hasLooseQuotes) == [false, true, false, false])
    }

    @Test(
        "knows blank records",
        arguments: [
            ("", true), (",,,", true), (" ,\t, ", true), ("\"\",\"  \"", true), ("\"\n\r\n\"", true),
            ("\u{A0},\u{200B}\u{3000}", true), (",x", false), ("0", false), ("é", false), ("\"\"\"\"", false),
        ])
    func blank(text: String, isBlank: Bool) throws {
        #expect(try ReadTable(text + "\n").rows.first?.isBlank == isBlank)
    }

    @Test("lends cells, and an empty one beyond the last")
    func lending() throws {
        var reader = try RecordReader(
            dialect: Dialect(), source: InMemorySource(Array("one,\"t\"\"wo\"\nthree".utf8)))
        var record = Record()
        #expect(try reader.next(into: &record))
        #expect(record.cellCount == 2)
        #expect(record.withCell(0) { $0.count } == 3)
        #expect(record.withCell(1) { $0[1] } == UInt8(ascii: "\""))
        for index in [2, 99, -1, .max, .min] {
            #expect(record.withCell(index) { $0.count } == 0)
            #expect(record.text(index) == "")
        }
        var bytes: [UInt8] = [0]
        record.appendCell(1, to: &bytes)
        record.appendCell(7, to: &bytes)
        #expect(bytes == [0] + Array("t\"wo".utf8))
        #expect(reader.line == 2)
        #expect(try reader.next(into: &record))
        #expect(try !reader.next(into: &record))
        #expect(record.cellCount == 0)
        #expect(reader.bytesRead == 17)
    }

    @Test("what stands before the records is kept apart", arguments: TextEncoding.telling)
    func prologue(encoding: TextEncoding) throws {
        let hasMark = encoding.isUnicode
        let bytes = "SEP=;\r\nä;b\r\n".bytes(in: encoding, withMark: hasMark)
        let table = ReadTable(detecting: bytes)
        #expect(table.dialect?.encoding == encoding)
        #expect(table.dialect?.hasSeparatorLine == true)
        #expect(table.prologue == "SEP=;\r\n".bytes(in: encoding, withMark: hasMark))
        #expect(table.cells == [["ä", "b"]])
        #expect(table.rows.map(\.line) == [2])
        #expect(table.reassembled == bytes)
    }

    @Test(
        "only a mark or blank lines make no record that is filled",
        arguments: ["\u{FEFF}", "\n\n\r\n", "\u{FEFF}\n", " "])
    func nothing(text: String) {
        let table = ReadTable(detecting: Array(text.utf8))
        #expect(table.error == nil)
        #expect(table.filledRows.isEmpty)
        #expect(table.reassembled == Array(text.utf8))
    }

    @Test("Windows-1252 decodes every byte, and keeps it")
    func windows1252() throws {
        let bytes = (0x80...0xFF).map { UInt8($0) } + Array(",\"".utf8) + [0x80, 0x22, 0x22, 0xE4, 0x22]
        let table = ReadTable(bytes, dialect: try Dialect(encoding: .windows1252))
        let scalars = try #require(table.cells.first?.first).unicodeScalars.map(\.value)
        // index-windows-1252 of the WHATWG Encoding Standard, row by row
        #expect(
            scalars.prefix(32) == [
                0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
                0x152,
                0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC,
                0x2122,
                0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
            ])
        #expect(scalars.dropFirst(32).elementsEqual(0xA0...0xFF))
        #expect(table.cells[0][1] == "€\"ä")
        #expect(table.reassembled == bytes)
    }
}
