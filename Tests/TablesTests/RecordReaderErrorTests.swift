import Tables
import Testing

@Suite("Damage is named with its place")
struct RecordReaderErrorTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var what: String
        var bytes: [UInt8]
        var encoding = TextEncoding.utf8
        var code: TableError.Code
        var line: Int
        var column: Int
        var rowsBefore: Int
        var testDescription: String { what }

        init(
            _ what: String, _ bytes: [UInt8], encoding: TextEncoding = .utf8, _ code: TableError.Code,
            line: Int, column: Int, rowsBefore: Int
        ) {
            self.what = what
            self.bytes = bytes
            self.encoding = encoding
            self.code = code
            self.line = line
            self.column = column
            self.rowsBefore = rowsBefore
        }
    }

    static let cases = [
        Case("a NUL", Array("a\nb\n\"ü\n\u{0}\"".utf8), .nulByte, line: 4, column: 1, rowsBefore: 2),
        Case("a NUL in a plain cell", Array("a,\u{0}b".utf8), .nulByte, line: 1, column: 3, rowsBefore: 0),
        Case(
            "a NUL after a closing quote", Array("\"a\"\u{0}b".utf8), .nulByte, line: 1, column: 4,
            rowsBefore: 0),
        Case(
            "Latin-1 in UTF-8", Array("a\nä,b".utf8) + [0xE4, 0x0A], .invalidEncoding, line: 2, column: 4,
            rowsBefore: 1),
        Case(
            "a character cut by a line end", [0x61, 0xC3, 0x0A, 0x62], .invalidEncoding, line: 1, column: 2,
            rowsBefore: 0),
        Case(
            "a character cut by the end", [0x61, 0x0A, 0xE2, 0x82], .invalidEncoding, line: 2, column: 1,
            rowsBefore: 1),
        Case("an overlong form", [0xC0, 0x80], .invalidEncoding, line: 1, column: 1, rowsBefore: 0),
        Case(
            "a surrogate in UTF-8", [0x61, 0xED, 0xA0, 0x80], .invalidEncoding, line: 1, column: 2,
            rowsBefore: 0),
        Case(
            "a lone high surrogate", "a\nb".bytes(in: .utf16LittleEndian) + [0x3D, 0xD8, 0x41, 0x00],
            encoding: .utf16LittleEndian, .invalidEncoding, line: 2, column: 2, rowsBefore: 1),
        Case(
            "a lone low surrogate", "a\n".bytes(in: .utf16BigEndian) + [0xDC, 0x00, 0x00, 0x61],
            encoding: .utf16BigEndian, .invalidEncoding, line: 2, column: 1, rowsBefore: 1),
        Case(
            "a high surrogate at the end", "a,😀\n".bytes(in: .utf16BigEndian) + [0xD8, 0x3D],
            encoding: .utf16BigEndian, .invalidEncoding, line: 2, column: 1, rowsBefore: 1),
        Case(
            "half a unit at the end", "😀x".bytes(in: .utf16LittleEndian) + [0x61],
            encoding: .utf16LittleEndian,
            .invalidEncoding, line: 1, column: 3, rowsBefore: 0),
        Case(
            "a NUL in UTF-16", "é,\u{0}x".bytes(in: .utf16LittleEndian), encoding: .utf16LittleEndian,
            .nulByte,
            line: 1, column: 3, rowsBefore: 0),
    ]

    @Test("whatever the size of the pieces and of the buffer", arguments: cases)
    func fails(example: Case) throws {
        let dialect = try Dialect(encoding: example.encoding)
        for pieceSize in [1, 3, 4096] {
            for bufferCapacity in [16, 17, 4096] {
                let table = ReadTable(
                    example.bytes, dialect: dialect, pieceSize: pieceSize, bufferCapacity: bufferCapacity)
                let error = try #require(table.error)
                #expect(error.code == example.code)
                #expect(error.line == example.line)
                #expect(error.column == example.column)
                #expect(table.rows.count == example.rowsBefore)
                #expect(example.bytes.starts(with: table.reassembled))
                #expect(!error.what.isEmpty && !error.hint.isEmpty)
            }
        }
    }

    @Test(
        "a cell, a record, a number of cells at the limit pass; one more does not", arguments: [16, 24, 4096])
    func limits(bufferCapacity: Int) throws {
        let limits = RecordReader.Limits(maxCellBytes: 10, maxRecordBytes: 30, maxCells: 4)
        let table: (String) throws -> ReadTable = { text in
            ReadTable(
                Array(text.utf8), dialect: try Dialect(), bufferCapacity: bufferCapacity, limits: limits)
        }
        let ten = "0123456789"
        #expect(try table("x\n\(ten),\"01234567\",a\n").error == nil)
        for text in [
            "\(ten)0", "\"012345678\"", "\"0123456789\n\(ten)\(ten)\(ten)", "\(ten)0\u{0}", "012345678\u{0}0",
        ] {
            let failed = try table("x\ny,\(text)\n")
            #expect(failed.error?.code == (text == "012345678\u{0}0" ? .nulByte : .cellTooLong))
            #expect(failed.error?.line == 2)
            #expect(failed.rows.count == 1)
        }
        // The quote of the second line closes on none, so that the cell that is too long stands on the third.
        let below = try table("x\n\"a\n\"\(ten)\(ten)\(ten),b\n")
        #expect(below.error?.code == .cellTooLong)
        #expect(below.error?.line == 3)
        #expect(try table("\(ten),\(ten),1234567\n").error == nil)
        #expect(try table("\(ten),\(ten),1234567\r\n").error?.code == .recordTooLong)
        #expect(try table("\(ten),\(ten),\(ten)\n").error?.code == .recordTooLong)
        #expect(try table("1,2,3,4\n").error == nil)
        #expect(try table("x\n1,2,3,4,5\n").error?.code == .tooManyCells)
        #expect(try table("x\n1,2,3,4,5\n").error?.line == 2)
    }

    @Test("the limits themselves cannot be absurd")
    func absurdLimits() throws {
        let none = RecordReader.Limits(maxCellBytes: -1, maxRecordBytes: .min, maxCells: 0)
        #expect(try ReadTable("a,b\n", limits: none).error != nil)
        let all = RecordReader.Limits(maxCellBytes: .max, maxRecordBytes: .max, maxCells: .max)
        #expect(try ReadTable("a,b\n", limits: all).error == nil)
    }

    @Test("a quote that opens by mistake in a long input does not hide a line that is too long")
    func longDamage() throws {
        let bytes = Array("id,note\n1,\"oops\n".utf8) + Array(repeating: UInt8(ascii: "x"), count: 3 << 20)
        let table = ReadTable(detecting: bytes)
        #expect(table.error?.code == .cellTooLong)
        #expect(table.error?.line == 3)
        #expect(table.error?.column == 1)
        #expect(table.cells == [["id", "note"], ["1", "oops"]])
        #expect(table.rows.last?.unclosedQuoteLine == 2)
    }

    @Test("an empty input is an error in itself")
    func empty() throws {
        #expect(ReadTable(detecting: []).error?.code == .emptyInput)
        #expect(ReadTable([], dialect: try Dialect()).error?.code == .emptyInput)
    }

    @Test("a source that fails is an error, and the reader goes on failing")
    func failingSource() throws {
        #expect(throws: FailingSource.failure) {
            _ = try RecordReader(dialect: Dialect(), source: FailingSource(after: []))
        }
        #expect(throws: FailingSource.failure) {
            _ = try RecordReader(detecting: FailingSource(after: Array("a,b\n".utf8)))
        }
    }

    @Test("a source that recovers is not believed")
    func recoveringSource() throws {
        let source = FailingSource(after: Array("012,345\n67,90\n22".utf8))
        var reader = try RecordReader(dialect: Dialect(), source: source, bufferCapacity: 16)
        var record = Record()
        #expect(try reader.next(into: &record))
        #expect(try reader.next(into: &record))
        for _ in 1...3 {
            #expect(throws: FailingSource.failure) { _ = try reader.next(into: &record) }
        }
    }

    @Test("after damage nothing more is read")
    func sticky() throws {
        var reader = try RecordReader(
            dialect: Dialect(), source: InMemorySource(Array("a\nb\u{0}x\nc\n".utf8)))
        var record = Record()
        #expect(try reader.next(into: &record))
        for _ in 1...3 {
            #expect(throws: TableError.self) { try reader.next(into: &record) }
            #expect(record.cellCount == 0)
        }
    }

    @Test("what is no delimiter is refused", arguments: ["\"", "\n", "\r", "\0", "a", "Z", "0", "\u{7F}"])
    func delimiter(character: String) throws {
        let byte = try #require(character.utf8.first)
        #expect(throws: TableError.self) { try Dialect(delimiter: byte) }
        #expect(ReadTable(detecting: Array("x".utf8), delimiter: byte).error?.code == .unusableDelimiter)
    }
}
