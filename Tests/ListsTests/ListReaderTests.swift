import Lists
import Origins
import Tables
import TestSupport
import Testing

@Suite("Opening a list")
struct ListReaderTests {
    private func rows(_ bytes: [UInt8], options: ListOptions = ListOptions()) throws -> [[String]] {
        let folder = try ScratchFolder()
        let source = try ListSource(path: try folder.write("list.csv", bytes))
        return try source.read(try LayoutCatalogue.shipped, options) { list in
            var rows: [[String]] = []
            var record = Record()
            while try list.next(into: &record) {
                rows.append((0..<record.cellCount).map { record.text($0) })
            }
            return rows
        }
    }

    @Test("rows begin after the header, and blank ones are passed over")
    func rowsAfterHeader() throws {
        let found = try rows(Array("email,name\n\nada@example.org,Ada\n , \nben@example.org,Ben\n".utf8))
        #expect(found == [["ada@example.org", "Ada"], ["ben@example.org", "Ben"]])
    }

    @Test("what begins as UTF-8 and turns out not to be is read again from its start")
    func laterEncoding() throws {
        let filler = Array(String(repeating: "ada@example.org,Ada\n", count: 5_000).utf8)
        let found = try rows(
            Array("email,name\n".utf8) + filler + Array("jo@example.org,J".utf8) + [0xF6, 0x0A])
        #expect(found.count == 5_001)
        #expect(found.last == ["jo@example.org", "Jö"])
    }

    @Test(
        "a list without a header is read by its content",
        arguments: [
            ("a@x.org\nb@x.org\nnobody\n", 3, 0), ("\u{FEFF}a@x.org,Ada\r\nb@x.org,Ben", 2, 0),
            ("a@x.org,x\n", 1, 0),
            ("Ada Lovelace;a@x.org\nBen;b@x.org\n", 2, 1), ("Members:\n\na@x.org\nb@x.org\n", 2, 0),
            ("Ada,\nBen,b@x.org\nCy,c@x.org\n", 3, 1),
        ])
    func noHeader(text: String, count: Int, column: Int) throws {
        let folder = try ScratchFolder()
        let source = try ListSource(path: try folder.write("list.txt", Array(text.utf8)))
        try source.read(try LayoutCatalogue.shipped, ListOptions()) { list in
            #expect(!list.hasHeader)
            #expect(list.headerLine == 0)
            #expect(list.recognition.addressColumns == [column])
            #expect(try list.acceptedBeginning() == (text.hasPrefix("\u{FEFF}") ? [0xEF, 0xBB, 0xBF] : []))
            var record = Record()
            var rows = 0
            while try list.next(into: &record) { rows += 1 }
            #expect(rows == count)
        }
    }

    @Test(
        "a list in which no column or several could hold the addresses is refused, and told how to go on",
        arguments: [
            ("Ada,Ulm\nBen,Bonn\n", ListError.Code.noAddressColumn),
            ("x,see a@x.org\ny,z\n", .noAddressColumn),
            ("a@x.org,b@x.org\nc@x.org,d@x.org\n", .severalAddressColumns),
        ])
    func refused(text: String, code: ListError.Code) throws {
        let error = #expect(throws: ListError.self) { try rows(Array(text.utf8)) }
        #expect(error?.code == code)
        #expect(error?.hint.contains("--map email=") == true)
        #expect(error?.description.contains("a@x.org") == false)
    }

    @Test("what the user says of columns goes before what was found")
    func mapped() throws {
        let folder = try ScratchFolder()
        let text = "Mail,Mail privat,Wo\na@x.org,b@x.org,LinkedIn\n"
        let source = try ListSource(path: try folder.write("list.csv", Array(text.utf8)))
        let map = try ColumnMap(parsing: ["email=mail-privat,source=3"])
        try source.read(try LayoutCatalogue.shipped, ListOptions(columns: map)) { list in
            #expect(list.recognition.addressColumns == [1])
            #expect(list.recognition.meanings[2] == .source)
            #expect(list.recognition.grounds == [.name, .you, .you])
        }
        let twice = try ColumnMap(parsing: ["email=1,source=Mail"])
        let error = #expect(throws: ListError.self) {
            try rows(Array(text.utf8), options: ListOptions(columns: twice))
        }
        #expect(error?.code == .badMapping)
    }

    @Test("a column that is not there is named, with the nearest")
    func unknownColumn() throws {
        let error = #expect(throws: ListError.self) {
            try rows(
                Array("mail,name\nada@example.org,Ada\n".utf8), options: ListOptions(addressColumn: "mial"))
        }
        #expect(error?.code == .unknownColumn)
        #expect(error?.message.contains("Did you mean \"mail\"?") == true)
    }
}
