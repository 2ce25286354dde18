import Tables
import Testing

@Suite("Lists as tools write them")
struct SampleTests {
    @Test("all samples are there")
    func count() {
        #expect(Sample.all.count == 54)
    }

    @Test("are recognised as the manifest says", arguments: Sample.all)
    func dialect(sample: Sample) throws {
        let dialect = try DialectDetection.detect(prefix: sample.bytes, isWholeInput: true)
        // In ASCII alone Windows-1252 cannot be told from UTF-8, and need not be.
        let isASCII = sample.bytes.allSatisfy { $0 < 0x80 }
        #expect(dialect.encoding.rawValue == (isASCII ? "UTF-8" : sample.encoding))
        #expect(dialect.hasByteOrderMark == sample.hasByteOrderMark)
        #expect(dialect.lineEnding.rawValue == sample.lineEnding)
        #expect(dialect.hasSeparatorLine == sample.name.contains("_sep_"))
        if sample.isTable { #expect(dialect.delimiter == sample.delimiterByte) }
    }

    @Test("have their header and their rows where the manifest says", arguments: Sample.all)
    func rows(sample: Sample) throws {
        guard sample.isTable else { return }
        let table = ReadTable(detecting: sample.bytes)
        #expect(table.error == nil)
        if sample.headerLine > 0 {
            let header = try #require(table.rows.first { $0.line == sample.headerLine })
            #expect(header.cells.count > 1)
            #expect(!header.isBlank)
        }
        let data = table.filledRows.filter { $0.line > sample.headerLine }
        #expect(data.count == sample.dataRows + sample.footerRows)
    }

    @Test("come back byte by byte", arguments: Sample.all)
    func reassembled(sample: Sample) {
        let table = ReadTable(detecting: sample.bytes)
        #expect(table.reassembled == sample.bytes)
    }

    @Test("come back byte by byte when they are saved as UTF-16", arguments: Sample.all)
    func reassembledWide(sample: Sample) {
        let narrow = ReadTable(detecting: sample.text.bytes(in: .utf8))
        for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian] {
            for withMark in [true, false] {
                let bytes = sample.text.bytes(in: encoding, withMark: withMark)
                let table = ReadTable(detecting: bytes)
                #expect(table.dialect?.encoding == encoding)
                #expect(table.dialect?.hasByteOrderMark == withMark)
                #expect(table.cells == narrow.cells)
                #expect(table.rows.map(\.line) == narrow.rows.map(\.line))
                #expect(table.error == narrow.error)
                #expect(table.reassembled == bytes)
            }
        }
    }

    @Test("read the same in whatever pieces they come", arguments: Sample.all)
    func pieces(sample: Sample) throws {
        let whole = ReadTable(detecting: sample.bytes)
        let dialect = try #require(whole.dialect)
        for pieceSize in [1, 2, 3, 7, 4096] {
            #expect(ReadTable(detecting: sample.bytes, pieceSize: pieceSize) == whole)
            for bufferCapacity in [16, 61, 4096] {
                let table = ReadTable(
                    sample.bytes, dialect: dialect, pieceSize: pieceSize, bufferCapacity: bufferCapacity)
                #expect(table == whole)
            }
        }
    }

    @Test("the damaged one is read to its end, and the damage is named")
    func damage() throws {
        let sample = try #require(Sample.all.first { $0.isDamaged })
        let table = ReadTable(detecting: sample.bytes)
        #expect(table.error == nil)
        #expect(table.cells[1][1] == "Kim \"K\" Test")
        #expect(table.cells[2][1] == "Otto \"The Rock\" Test")
        #expect(table.cells[3] == ["ilse.mondrath@example.net", "unterminated", "Initech"])
        #expect(table.cells[4] == ["bram.okolind@example.com", "Bram Okolind", "Contoso"])
        #expect(table.rows.map(\.hasLooseQuotes) == [false, false, false, true, false])
        #expect(table.rows.map(\.unclosedQuoteLine) == [nil, nil, nil, 4, nil])
    }
}
