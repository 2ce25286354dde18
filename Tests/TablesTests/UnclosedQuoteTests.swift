import Tables
import Testing

@Suite("Quotes that open and never close")
struct UnclosedQuoteTests {
    private static let rows = (0..<30).map { "row\($0)@example.org,Name,City\n" }.joined()

    @Test(
        "spoil one row, and hide none",
        arguments: [
            ("a,\"b,c\n" + rows, 1, 31), ("x,y,z\na,\"b,c\n" + rows, 2, 32),
            (rows + "a,\"b,c", 31, 31), (rows + "\"", 31, 31),
            ("a,\"b,c\n" + rows + "x,5\" nail,z\n", 1, 32),
            ("a,\"b,c\n" + rows + "x,\"quoted, too\",z\n", 1, 32),
            ("a,\"b,c\n" + rows + "x,nail 5\",z\n", 1, 32),
            ("a,\"b\"\"c\n\"\"\n" + rows, 1, 32),
            ("\"one\ntwo\",x,y\na,\"b,c\n" + rows, 3, 32),
        ])
    func hidesNothing(text: String, line: Int, count: Int) throws {
        let bytes = Array(text.utf8)
        for bufferCapacity in [16, 64, 4096] {
            let table = ReadTable(bytes, dialect: try Dialect(), pieceSize: 7, bufferCapacity: bufferCapacity)
            #expect(table.error == nil)
            #expect(table.rows.count == count)
            #expect(table.rows.compactMap(\.unclosedQuoteLine) == [line])
            #expect(table.rows.filter(\.hasLooseQuotes).map(\.unclosedQuoteLine) == [line])
            #expect(table.reassembled == bytes)
        }
    }

    @Test(
        "are not seen in cells of several lines",
        arguments: [
            "a,\"one\ntwo\nthree\nfour\",z\n", "a,\"Street 1, Flat 2\nCity\nCountry\",z\n",
            "\"a\n\",\"b\n\n\n\n\",c\n",
            "a,\"one\ntwo\" ,c\n",
        ])
    func several(text: String) throws {
        let table = try ReadTable(text)
        #expect(table.rows.count == 1)
        #expect(table.rows[0].unclosedQuoteLine == nil)
    }

    @Test("are found within the most lines that a cell may have")
    func lineLimit() throws {
        let lines = (0..<1200).map { "line \($0)\n" }.joined()
        let table = try ReadTable("a,\"b\n" + lines + "end\",c\n")
        #expect(table.rows.count == 1202)
        #expect(table.rows[0].unclosedQuoteLine == 1)
        let short = try ReadTable("a,\"b\n" + lines + "end\",c\n", limits: .init(maxCellLines: 2000))
        #expect(short.rows.count == 1)
    }

    @Test("cost no more time than reading does")
    func linear() throws {
        let text = String(repeating: "\"x,\"\"y\n", count: 20_000)
        let table = try ReadTable(text)
        #expect(table.error == nil)
        #expect(table.reassembled == Array(text.utf8))
    }

    @Test("do not swallow what a list of refused rows says below them")
    func writing() throws {
        var reader = try RecordReader(
            dialect: Dialect(), source: InMemorySource(Array("a,\"b,c\nd,e,f\n".utf8)))
        var writer = RecordWriter(dialect: reader.dialect)
        var record = Record()
        var output: [UInt8] = []
        while try reader.next(into: &record) { writer.append(raw: record, addingCells: ["why"], to: &output) }
        #expect(output == Array("a,b,c,why\nd,e,f,why\n".utf8))
    }
}
