import Lists
import Origins
import Tables
import TestSupport
import Testing

@Suite("What is surely a row, by its bytes")
struct PlainRowTestTests {
    private static let records = [
        "nobody,Ada,Byron,Nova Soft,DE,website_form", ",Ada,,Nova Soft,DE,trade_show", ",,,,,", ",Ada,,,,",
        "none,,,,DE,linkedin", "\u{A0},\u{A0},\u{A0},\u{A0},\u{A0},\u{200B}",
        "email,first_name,last_name,company,country,source",
        "Email,First Name,Last Name,Company,Country,Source",
        "E-Mail,Vorname,Nachname,Firma,Land,Quelle", "total,17,,,,", "Total contacts: 17", "",
        "email,x,y,z,DE,website_form", "\"nobody\",\"A \"\"B\"\"\",c,d,e,f", "nobody,email,name,x,y,z",
        "When exporting your connection data: you may notice,a,b,c,d,e", "a,b,c,d,e,f,g",
        "ada@x.de,a,b,c,d,e",
        "nobody,Ada＠x.de,b,c,d,e", "ä,ö,ü,ß,é,è",
    ]

    @Test("is handed out as one by the reader", arguments: 0..<6)
    func rows(seed: UInt64) throws {
        let folder = try ScratchFolder()
        var random = SeededRandom(seed: seed)
        var text = "email,first_name,last_name,company,country,source\nfirst@example.org,a,b,c,DE,webinar\n"
        for _ in 0..<2000 {
            text += (Self.records.randomElement(using: &random) ?? "") + "\n"
            // Without rows between them, records that hold hardly anything are all held back.
            if Bool.random(using: &random) { text += "ada@example.org,a,b,c,DE,webinar\n" }
        }
        let source = try ListSource(path: try folder.write("list.csv", Array(text.utf8)))
        var seen: Set<[UInt8]> = []
        try source.read(try LayoutCatalogue.shipped, ListOptions()) { list in
            var record = Record()
            while true {
                var sure: PlainRecord?
                if try list.readPlain() {
                    let (place, test) = (list.nextPlain, list.plainRowTest)
                    sure = list.withPlain { block in
                        let next = block.records[place]
                        return test.isRow(next, of: block) ? next : nil
                    }
                }
                guard try list.next(into: &record) else { break }
                guard let sure else { continue }
                #expect(record.line == sure.line)
                seen.insert(Array(record.raw))
            }
        }
        // Not for nothing: the two plain rows of the table, and others like them.
        #expect(seen.count >= 4)
    }
}
