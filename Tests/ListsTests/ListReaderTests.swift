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
