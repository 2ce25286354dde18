import Consent
import Lists
import Origins
import Tables
import TestSupport
import Testing

@Suite("Several lists in one file")
struct StretchTests {
    /// What a reading gave: the rows with the line of their list and whether it is in its place.
    struct Reading {
        var rows: [[String]] = []
        var lines: [Int] = []
        var places: [Bool] = []
        var origins: [String] = []
        var passedOver = PassedOver()
        var records: UInt64 = 0
        var further: [FurtherList] = []
    }

    static let header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
    static let orla = "Orla,Quimbly,,orla@example.com,Acme,CTO,07 Oct 2023"
    static let note =
        "\"When exporting your connection data, you may notice that some of the email addresses are missing.\""

    private func read(_ text: String, _ map: [String] = []) throws -> Reading {
        let folder = try ScratchFolder()
        let source = try ListSource(path: try folder.write("list.csv", Array(text.utf8)))
        return try source.read(try LayoutCatalogue.shipped, ListOptions(columns: try ColumnMap(parsing: map)))
        { list in
            var reading = Reading()
            var record = Record()
            while try list.next(into: &record) {
                let cells = (0..<record.cellCount).map { record.text($0) }
                reading.rows.append(cells)
                reading.lines.append(list.stretch.line)
                reading.places.append(list.stretch.isInPlace)
                reading.origins.append(
                    list.recognition.origin(ofRow: { cells[$0] }, count: cells.count).origin.rawValue)
            }
            reading.passedOver = list.passedOver
            reading.further = list.furtherLists
            reading.records = UInt64(reading.rows.count) + list.passedOver.total
            return reading
        }
    }

    @Test("the header once more is passed over and counted, however it is dressed")
    func repeated() throws {
        let reading = try read("Email,Name\na@x.org,A\n E-MAIL , name\nb@x.org,B\n\nemail,name,\nc@x.org,C\n")
        #expect(reading.rows.map(\.[0]) == ["a@x.org", "b@x.org", "c@x.org"])
        #expect(reading.passedOver.repeatedHeaders.count == 2)
        #expect(reading.passedOver.repeatedHeaders.firstLine == 3)
        #expect(reading.places == [true, true, true])
        #expect(reading.records == 7)
        #expect(reading.further.isEmpty)
    }

    @Test("a header of names that nobody knows repeats as well")
    func repeatedUnknown() throws {
        let reading = try read(
            "Kontaktpunkt,Wer,Wo\na@x.org,A,U\nb@x.org,B,V\nKontaktpunkt,Wer,Wo\nc@x.org,C,W\n")
        #expect(reading.rows.count == 3)
        #expect(reading.passedOver.repeatedHeaders.count == 1)
    }

    @Test("a header of other columns begins a list of its own, which is out of place")
    func other() throws {
        let text =
            "Email,Name\na@x.org,A\n\(Self.header)\n\(Self.orla)\nBen,,,,,,08 Oct 2023\nEmail,Name\nb@x.org,B\n"
        let reading = try read(text)
        #expect(reading.rows.map(\.[0]) == ["a@x.org", "Orla", "Ben", "b@x.org"])
        #expect(reading.places == [true, false, false, true])
        #expect(reading.lines == [0, 3, 3, 6])
        #expect(reading.origins == ["unknown", "linkedin-connection", "linkedin-connection", "unknown"])
        #expect(reading.further.first?.line == 3)
        #expect(reading.further.first?.layoutTitle?.contains("LinkedIn") == true)
        #expect(reading.records == 7)
    }

    @Test("LinkedIn's note in the middle proves what follows it, and nothing before")
    func note() throws {
        let text = "Email,Name\na@x.org,A\nNotes:\n\(Self.note)\n\nEmail,Name\nb@x.org,B\n"
        let reading = try read(text)
        #expect(reading.rows.map(\.[0]) == ["a@x.org", "b@x.org"])
        #expect(reading.origins == ["unknown", "linkedin-connection"])
        #expect(reading.places == [true, true])
        #expect(reading.passedOver.preamble.count == 2)
        #expect(reading.records == 7)
        let bare = try read("Email,Name\na@x.org,A\nNotes:\n\(Self.note)\nb@x.org,B\n")
        #expect(bare.origins == ["unknown", "linkedin-connection"])
    }

    @Test("contacts without an address that stand before a header are rows in their turn")
    func looseRows() throws {
        let reading = try read("Email,Name\na@x.org,A\n,Ben\n,Cy\nEmail,Name\nb@x.org,B\n,Dan\n")
        #expect(reading.rows.map(\.[1]) == ["A", "Ben", "Cy", "B", "Dan"])
        #expect(reading.passedOver.preamble.count == 0)
    }

    @Test("a list without a header may stand above one with a header")
    func headless() throws {
        let reading = try read("a@x.org\nb@x.org\n\(Self.header)\n\(Self.orla)\n")
        #expect(reading.rows.count == 3)
        #expect(reading.places == [true, true, false])
        #expect(reading.origins == ["unknown", "unknown", "linkedin-connection"])
    }

    @Test(
        "what ends a list is passed over at its end, and is a row elsewhere",
        arguments: [
            (
                "Email,Name\na@x.org,A\n\n\"Grand Totals (1 records)\"\n\n\"Copyright (c) 2000-2026 x, inc.\"\n",
                1, 2
            ),
            ("Email,Name\na@x.org,A\nTotal,1\n", 1, 1), ("Email,Name\na@x.org,A\n--- end ---\n", 1, 1),
            ("Email,Name\n,Total\na@x.org,A\n", 2, 0), ("Email,Name\na@x.org,A\nTotal,total@x.org\n", 2, 0),
            ("Email,Name\na@x.org,A\nPage 1 of 2\nEmail,Name\nb@x.org,B\nPage 2 of 2\n", 2, 2),
            ("Email\na@x.org\nEnde\n", 1, 1), ("Email,Name\na@x.org,A\nTotal,b＠x.org\n", 2, 0),
        ])
    func footers(text: String, rows: Int, footers: UInt64) throws {
        let reading = try read(text)
        #expect(reading.rows.count == rows)
        #expect(reading.passedOver.footers.count == footers)
    }

    @Test("a hundred rows in which hardly anything stands keep their order")
    func manyLoose() throws {
        let names = (1...200).map { "person \($0)" }
        let reading = try read("Email,Name\na@x.org,A\n" + names.map { ",\($0)\n" }.joined() + "b@x.org,B\n")
        #expect(reading.rows.map(\.[1]) == ["A"] + names + ["B"])
    }

    @Test("lists that take turns are read each with its own columns, and only the first are named")
    func turns() throws {
        let turn = "\(Self.header)\n\(Self.orla)\nEmail,Name\na@x.org,A\n"
        let reading = try read("Email,Name\nz@x.org,Z\n" + String(repeating: turn, count: 40))
        #expect(reading.rows.count == 81)
        #expect(reading.further.count == 20)
        #expect(reading.origins.count { $0 == "linkedin-connection" } == 40)
    }
}
