import Containers
import Testing

@Suite("Workbooks")
struct WorkbookTests {
    static let people = [
        ["Email", "Name", "Joined", "Seen", "Lunch", "Customer", "Score", "Member", "Note"],
        [
            "ada@example.org", "Ada Lovelace", "2024-02-29", "2024-05-12T09:15:30", "12:30:00",
            "491511234567",
            "1.5", "TRUE", "two\nlines, and a comma",
        ],
        [""],
        ["grace@example.net", "", "2023-03-15", "42:00:00", "", "12", "1e+20", "FALSE", "#N/A"],
    ]

    @Test("give texts, numbers, truths and dates as people see them, with their gaps")
    func cells() throws {
        let list = try ReadList(fixture: "contacts.xlsx")
        #expect(list.rows == Self.people)
        #expect(try list.again() == Self.people)
        #expect(list.content.kind == .xlsx)
        #expect(list.content.sheet == "People")
        #expect(list.places == [.row(1), .row(2), .row(3), .row(4)])
    }

    @Test("may keep their texts in one place")
    func sharedTexts() throws {
        let list = try ReadList(fixture: "shared.xlsx")
        #expect(
            list.rows == [
                ["E-Mail", "Name", "Seit"], ["ada@example.org", "Ada Lovelace", "2024-05-12"],
                ["grace@example.net", "Grace_x0041_", "5"], ["joan@example.com", "", ""],
            ])
        #expect(list.content.remarks == [])
    }

    @Test("tell of further sheets that hold something, hidden ones too")
    func furtherSheets() throws {
        let remarks = try ReadList(fixture: "contacts.xlsx").content.remarks
        #expect(remarks == [.furtherSheets(["More", "Secret (hidden)"], chosen: "People")])
        #expect(remarks.first?.text.contains("take one with --member SHEET.") == true)
    }

    @Test("give the first visible sheet that looks like a list, or else the first that holds anything")
    func coverSheet() throws {
        let bytes = try Fixture.bytes("cover-sheet.xlsx")
        let list = try ReadList(bytes) { _, bytes in bytes.contains(UInt8(ascii: "@")) ? 1 : nil }
        #expect(list.content.sheet == "People")
        #expect(list.content.remarks == [.furtherSheets(["Overview"], chosen: "People")])
        #expect(list.rows.last == ["ada@example.org", "Ada"])
        #expect(try ReadList(bytes).content.sheet == "Overview")
        #expect(try ReadList(bytes) { _, _ in nil }.content.sheet == "Overview")
    }

    @Test("give the pages behind their cells, in columns of their own")
    func links() throws {
        let list = try ReadList(fixture: "links.xlsx")
        #expect(
            list.rows == [
                ["Email", "Name", "Profile", "", ""],
                ["ada@example.org", "Ada", "Profile", "https://www.linkedin.com/in/test-ada", ""],
                ["grace@example.net", "Grace", "https://example.net/grace", "", ""],
                [
                    "joan@example.com", "Joan", "", "https://www.linkedin.com/in/test-joan",
                    "https://example.com/joan",
                ],
            ])
        #expect(try list.again() == list.rows)
    }

    @Test(
        "give the sheet that was named",
        arguments: [
            ("More", [["Email"], ["more@example.org"]]), ("more", [["Email"], ["more@example.org"]]),
            ("Secret", [[""], ["", "secret@example.org"]]),
        ])
    func named(name: String, rows: [[String]]) throws {
        let list = try ReadList(fixture: "contacts.xlsx", member: name)
        #expect(list.rows == rows)
        #expect(list.content.remarks == [])
    }

    @Test("have no sheet of another name")
    func unknownSheet() throws {
        let error = #expect(throws: ContainerError.self) {
            try ReadList(fixture: "contacts.xlsx", member: "Peple")
        }
        #expect(error?.code == .unknownMember)
        #expect(error?.hint == "Did you mean People?")
    }

    @Test("count days from 1904 where they say so")
    func macDates() throws {
        let rows = try ReadList(fixture: "contacts-1904.xlsx").rows
        #expect(rows[1][2...4] == ["2024-02-29", "2024-05-12T09:15:30", "12:30:00"])
        #expect(rows[3][2] == "2027-03-16")
    }

    @Test("are understood as other programs write them")
    func byHand() throws {
        #expect(
            try ReadList(fixture: "by-hand.xlsx").rows == [["a b", "x\ry_z", "491510000000", "2024-05-12"]])
    }

    @Test(
        "that are damaged or meant ill are refused",
        arguments: [
            ("doctype.xlsx", ContainerError.Code.unsupported), ("deep.xlsx", .damaged),
            ("far-column.xlsx", .damaged), ("backwards.xlsx", .damaged), ("no-xml.xlsx", .damaged),
            ("long-tag.xlsx", .damaged), ("bad-text.xlsx", .damaged),
        ])
    func refused(name: String, code: ContainerError.Code) throws {
        let error = #expect(throws: ContainerError.self) { try ReadList(fixture: name) }
        #expect(error?.code == code)
        #expect(error?.member == "One")
    }

    @Test("take no more memory than they may")
    func limits() throws {
        let bytes = try Fixture.bytes("shared.xlsx")
        var texts = ContainerLimits.default
        texts.sharedTextBytes = 80
        var cell = ContainerLimits.default
        cell.cellBytes = 10
        for limits in [texts, cell] {
            let error = #expect(throws: ContainerError.self) { try ReadList(bytes, limits: limits) }
            #expect(error?.code == .tooLarge)
        }
        var held = ContainerLimits.default
        held.heldBytes = 1000
        #expect(throws: ContainerError.self) {
            try ReadList(try Fixture.bytes("mixed.zip"), member: "book.xlsx", limits: held)
        }
    }

    @Test("of the old kind, or with a password, are told apart")
    func old() throws {
        let mark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        let locked = mark + "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), 0] }
        for (bytes, code) in [(mark, ContainerError.Code.unsupported), (locked, .encrypted)] {
            let error = #expect(throws: ContainerError.self) { try ReadList(bytes) }
            #expect(error?.code == code)
        }
    }
}
