import Tables
import Testing

@Suite("Finding out how a table is written down")
struct DialectDetectionTests {
    private func detect(_ bytes: [UInt8], isWholeInput: Bool = true) throws -> Dialect {
        try DialectDetection.detect(prefix: bytes, isWholeInput: isWholeInput)
    }

    @Test(
        "the delimiter is the one that cuts the rows evenly",
        arguments: [
            ("a,b,c\n1,2,3\n", ","), ("a;b;c\n1;2;3\n", ";"), ("a\tb\n1\t2\n", "\t"), ("a|b\n1|2\n", "|"),
            ("a@example.org\nb@example.org\n", ","),
            ("", ","),
            ("name;city\nAda;London, UK\nBob;Paris, FR\nEve;Rome, IT\n", ";"),
            ("email,tags\na@example.org,x;y;z\nb@example.org,u;v;w\nc@example.org,k;l;m\n", ","),
            ("email;company;price\na@example.org;Acme, Inc.;1,5\nb@example.org;Beta, Ltd.;2,5\n", ";"),
            ("a\tb,c\td\n1\t2,3\t4\n1\t2\t3\n", "\t"),
            ("\"a;x\",\"b;y\"\n\"1;1\",\"2;2\"\n", ","),
            (
                "Notes:\n\"One, two; three, four; five; six, seven; eight\"\n\nFirst,Last,Mail\nA,B,c\nD,E,f\n",
                ","
            ),
            ("Report for Acme, Inc.\n\na;b;c\n1;2;3\n4;5;6\n", ";"),
            ("a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3\n", ","),
            ("a;b\n\"x\n,\n,\n,\n\";1\n\"y,\";2\n", ";"),
            ("a,b,c\n,,\n,,\n,,\n1,2;3,4\n", ","),
            ("email,tags\n" + String(repeating: "a@example.org,x;y;z\n", count: 9), ","),
            ("name;city;tel\nBo;Oslo\n" + String(repeating: "Ada;London, UK;1\n", count: 8), ";"),
            (String(repeating: "\n", count: 60) + "a;b\n1;2\n", ";"),
        ])
    func delimiter(text: String, delimiter: String) throws {
        let bytes = Array((text.isEmpty ? "x" : text).utf8)
        #expect(try detect(bytes).delimiter == delimiter.utf8.first)
    }

    @Test(
        "a separator line decides",
        arguments: [
            ("sep=;\na,b;c,d\n", ";"), ("sep=\t\r\na,b\n", "\t"), ("\"sep=|\"\na;b\n", "|"),
            ("Sep=,\ra;b\r", ","),
            ("sep=^\na^b\n", "^"), ("sep=;", ";"),
        ])
    func separatorLine(text: String, delimiter: String) throws {
        let dialect = try detect(Array(text.utf8))
        #expect(dialect.hasSeparatorLine)
        #expect(dialect.delimiter == delimiter.utf8.first)
    }

    @Test(
        "what only resembles a separator line is a row",
        arguments: ["sep=", "sep=;;\n", "sep=a\n", "sep,a\n", "\"sep=;\n\"\n", "se"])
    func noSeparatorLine(text: String) throws {
        #expect(try !detect(Array(text.utf8)).hasSeparatorLine)
    }

    @Test(
        "the line end is the one that most rows have",
        arguments: [
            ("a\nb\n", LineEnding.lf), ("a\r\nb\r\n", .crlf), ("a\rb\r", .cr), ("a\r\nb\nc\r\n", .crlf),
            ("a", .lf),
            ("\"a\nb\nc\"\r\nd\r\n", .crlf), ("sep=;\r\na", .crlf),
        ])
    func lineEnding(text: String, ending: LineEnding) throws {
        #expect(try detect(Array(text.utf8)).lineEnding == ending)
    }

    @Test(
        "the encoding shows in the bytes", arguments: TextEncoding.telling,
        ["a,b\nJörg,x\n", "n;m\r\nAmélie;€\r\n"])
    func encoding(encoding: TextEncoding, text: String) throws {
        for withMark in [false, true] where !(withMark && !encoding.isUnicode) {
            let dialect = try detect(text.bytes(in: encoding, withMark: withMark))
            #expect(dialect.encoding == encoding)
            #expect(dialect.hasByteOrderMark == withMark)
            #expect(dialect.delimiter == (text.contains(";") ? UInt8(ascii: ";") : UInt8(ascii: ",")))
        }
    }

    @Test("UTF-16 without a mark may hold other scripts")
    func otherScripts() throws {
        let text = "name,mail\n王小明,wang@example.org\nЖанна,zhanna@example.org\n一丁,ding@example.org\n"
        for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian] {
            let table = ReadTable(detecting: text.bytes(in: encoding))
            #expect(table.dialect?.encoding == encoding)
            #expect(table.cells.last == ["一丁", "ding@example.org"])
        }
    }

    @Test("a prefix may end anywhere, an input may not")
    func cutPrefix() throws {
        let bytes = Array("a,b\nx,😀".utf8)
        for length in 1..<bytes.count {
            #expect(try detect(Array(bytes.prefix(length)), isWholeInput: false).encoding == .utf8)
        }
        let wide = "a,b\nx,😀".bytes(in: .utf16LittleEndian)
        for length in 2..<wide.count {
            #expect(
                try detect(Array(wide.prefix(length)), isWholeInput: false).encoding == .utf16LittleEndian)
        }
        #expect(try detect(Array(bytes.dropLast()), isWholeInput: true).encoding == .windows1252)
        #expect(
            try detect(Array("a;b\n\"x;y\n1,1,1\n1,1,1".utf8), isWholeInput: false).delimiter
                == UInt8(ascii: ";"))
    }

    @Test("bytes after the prefix never change the encoding")
    func lateDamage() {
        let start = String(repeating: "name,mail@example.org\n", count: 4000)
        let bytes = Array(start.utf8) + [0x4A, 0xF6, 0x72, 0x67, 0x2C, 0x78, 0x0A]
        #expect(start.utf8.count > DialectDetection.prefixLength)
        let table = ReadTable(detecting: bytes)
        #expect(table.error?.code == .invalidEncoding)
        #expect(table.error?.line == 4001)
        #expect(table.error?.column == 2)
        let forced = ReadTable(detecting: bytes, encoding: .windows1252)
        #expect(forced.error == nil)
        #expect(forced.cells.last == ["Jörg", "x"])
        #expect(forced.reassembled == bytes)
    }

    @Test("a mark in UTF-8 before text read as Windows-1252 is still no content")
    func markedWindows1252() {
        let bytes = [0xEF, 0xBB, 0xBF] + "a;Jörg\n".bytes(in: .windows1252)
        #expect(ReadTable(detecting: bytes).error?.code == .invalidEncoding)
        let table = ReadTable(detecting: bytes, encoding: .windows1252, delimiter: UInt8(ascii: ";"))
        #expect(table.cells == [["a", "Jörg"]])
        #expect(table.reassembled == bytes)
    }

    @Test("encoding and delimiter can be given")
    func forced() {
        let table = ReadTable(
            detecting: Array("a,b;c\nd,e;f".utf8), encoding: .utf8, delimiter: UInt8(ascii: ";"))
        #expect(table.cells == [["a,b", "c"], ["d,e", "f"]])
    }

    @Test(
        "other kinds of files are named, with what to do",
        arguments: [
            (Array("PK\u{3}\u{4}....[Content_Types].xml....xl/workbook.xml".utf8), "Excel workbook"),
            (
                Array("PK\u{3}\u{4}mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8),
                "OpenDocument"
            ),
            (Array("PK\u{3}\u{4}list.csv".utf8), "zip archive"), ([0x1F, 0x8B, 8, 0], "compressed"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], "old Office"),
            (Array("%PDF-1.7\n".utf8), "PDF"),
            (Array("SQLite format 3\u{0}".utf8), "SQLite"), ([0xFF, 0xD8, 0xFF, 0xE0], "picture"),
            ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61], "UTF-32"),
        ])
    func binary(bytes: [UInt8], name: String) throws {
        let error = try #require(ReadTable(detecting: bytes).error)
        #expect(error.code == .notText)
        #expect(error.what.contains(name))
        #expect(!error.hint.isEmpty)
        #expect(ReadTable(detecting: bytes, encoding: .windows1252).error?.code == .notText)
    }

    @Test(
        "what is neither text nor known is refused",
        arguments: [
            ([1, 2, 3, 4, 5, 6], TableError.Code.notText), (Array(0...255), .notText),
            ([0, 0, 0, 0, 0], .notText),
            ([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0], .notText), (Array("a,b\n1,\u{0}x\n".utf8), .nulByte),
        ])
    func refused(bytes: [UInt8], code: TableError.Code) throws {
        let error = try #require(ReadTable(detecting: bytes).error)
        #expect(error.code == code)
        #expect(error.line != nil && error.column != nil)
    }

    @Test("a stray control in a pasted text does no harm")
    func strayControl() {
        let table = ReadTable(detecting: Array("name,bio\nx,line one\u{B}line two\u{2}\n".utf8))
        #expect(table.error == nil)
        #expect(table.cells.last == ["x", "line one\u{B}line two\u{2}"])
    }
}
