import Consent
import HandOver
import StrictYAML
import Tables
import Testing

@Suite("Contacts written for a tool")
struct HandOverWriterTests {
    private func contact(
        _ address: String = "ada@example.org", first: String? = nil, last: String? = nil, full: String? = nil
    ) throws -> HandOverContact {
        HandOverContact(
            address: try EmailAddress(parsing: address), firstName: first, lastName: last, fullName: full)
    }

    /// The cells of one contact, and what was counted.
    private func written(_ contact: HandOverContact, for id: String) throws -> (
        cells: [String], tally: HandOverTally
    ) {
        let tool = try ToolTests.tool(id)
        var writer = HandOverWriter(tool)
        var bytes: [UInt8] = []
        writer.append(contact, to: &bytes)
        guard !bytes.isEmpty else { return ([], writer.tally) }
        var reader = try RecordReader(dialect: tool.dialect, source: InMemorySource(bytes))
        var record = Record()
        _ = try reader.next(into: &record)
        return ((0..<record.cellCount).map { record.text($0) }, writer.tally)
    }

    @Test("hostile names read back as one row of whole cells each", arguments: try ToolTests.ids())
    func hostile(id: String) throws {
        let tool = try ToolTests.tool(id)
        let contacts = try HostileNames.contacts()
        let rows = try ToolTests.rows(tool, contacts).dropFirst(tool.hasHeader ? 1 : 0)
        let place = try #require(tool.columns.firstIndex { $0.content == .address })
        #expect(rows.map { $0[place] } == contacts.map(\.address.normalized))
        for row in rows {
            #expect(row.count == tool.columns.count)
            for (column, cell) in zip(tool.columns, row) where column.content.word != "constant" {
                #expect(neutralisingFormula(cell) == cell)
                #expect(column.longest.holds(cell))
                #expect(
                    cell.unicodeScalars.allSatisfy {
                        $0.properties.generalCategory != .control && !$0.properties.isBidiControl
                    })
            }
        }
    }

    @Test(
        "names are split and joined as the tool wants them",
        arguments: [
            ("Ada", "Lovelace", nil, "Ada|Lovelace", "Ada Lovelace"),
            (nil, nil, "Ada Lovelace", "Ada|Lovelace", "Ada Lovelace"),
            (nil, nil, "Ludwig van  Beethoven", "Ludwig|van Beethoven", "Ludwig van Beethoven"),
            (nil, nil, "Madonna", "Madonna|", "Madonna"),
            (nil, nil, "Lovelace, Ada", "|Lovelace, Ada", "Lovelace, Ada"),
            ("Ada", nil, "Ada Lovelace", "Ada|", "Ada Lovelace"),
            (nil, "Lovelace", nil, "|Lovelace", "Lovelace"), (nil, nil, nil, "|", ""),
            (" Ada\r\nMaria ", "\u{200B}Love\u{AD}lace\t", nil, "Ada Maria|Lovelace", "Ada Maria Lovelace"),
        ] as [(String?, String?, String?, String, String)])
    func names(first: String?, last: String?, full: String?, parts: String, whole: String) throws {
        let contact = try contact(first: first, last: last, full: full)
        #expect(try written(contact, for: "mailchimp").cells.dropFirst().joined(separator: "|") == parts)
        #expect(try written(contact, for: "ghost").cells.last == whole)
    }

    @Test(
        "a name that the tool cannot take is left out whole and counted, and its address stays",
        arguments: [
            ("=1+1", "Lovelace", "mailchimp"), ("Ada", "@SUM(1)", "mailchimp"), ("+Ada", "L", "listmonk"),
            ("Ada", String(repeating: "é", count: 128), "mailchimp"),
            ("Ada", String(repeating: "e", count: 51), "keila"), ("Ada 🦆", "L", "activecampaign"),
        ])
    func namesLeftOut(first: String, last: String, id: String) throws {
        let (cells, tally) = try written(try contact(first: first, last: last), for: id)
        #expect(cells.first == "ada@example.org")
        #expect(cells[1].isEmpty && (id == "listmonk" || cells[2].isEmpty))
        #expect(tally.contacts == 1 && tally.namesLeftOut == 1 && tally.addressesLeftOut == 0)
    }

    @Test("a name at the very limit stays, and an emoji where the tool takes it")
    func namesAtTheLimit() throws {
        let name = String(repeating: "é", count: 50)
        let keila = try written(try contact(first: "🦆", last: name), for: "keila")
        #expect(keila.cells == ["ada@example.org", "🦆", name] && keila.tally.namesLeftOut == 0)
    }

    @Test(
        "an address that the tool does not take is left out and counted",
        arguments: [
            ("jörg@example.org", "mailchimp"), ("=cmd|'/c'!a@example.org", "listmonk"),
            ("-a@example.org", "ghost"),
            (
                String(repeating: "a", count: 64) + "@" + String(repeating: "b", count: 20) + ".example.org",
                "constant-contact"
            ),
        ])
    func addressesLeftOut(address: String, id: String) throws {
        let (cells, tally) = try written(try contact(address, full: "Ada Lovelace"), for: id)
        #expect(cells.isEmpty)
        #expect(tally.contacts == 0 && tally.addressesLeftOut == 1 && tally.namesLeftOut == 0)
    }

    @Test("letters beyond ASCII before the @ stay where the tool takes them")
    func internationalised() throws {
        let cells = try written(try contact("jörg@bücher.example"), for: "listmonk").cells
        #expect(cells.first == "jörg@xn--bcher-kva.example")
    }

    @Test("counts every byte that it writes")
    func bytes() throws {
        let tool = try ToolTests.tool("brevo")
        var writer = HandOverWriter(tool)
        var bytes = writer.beginning()
        for contact in try HostileNames.contacts() { writer.append(contact, to: &bytes) }
        #expect(writer.tally.bytes == UInt64(bytes.count))
        #expect(writer.tally.contacts == UInt64(HostileNames.texts.count * 2))
    }

    @Test("a contact prints as its shortened address, and a dump shows no more")
    func redacted() throws {
        let contact = try contact(full: "Ada Lovelace")
        var dumped = ""
        dump(contact, to: &dumped)
        #expect("\(contact)" == "a•••@example.org")
        #expect(!dumped.contains("Lovelace") && !dumped.contains("ada@"))
    }
}
