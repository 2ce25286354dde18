import Containers
import Testing

@Suite("Which list of an archive is meant")
struct MemberChoiceTests {
    @Test(
        "is what was named: whole, by its last part, in other letters",
        arguments: [
            "Basic_LinkedInDataExport_01-02-2026/Connections.csv", "Connections.csv", "connections.CSV",
        ])
    func named(name: String) throws {
        let list = try ReadList(fixture: "linkedin-export.zip", member: name)
        #expect(list.content.member == "Basic_LinkedInDataExport_01-02-2026/Connections.csv")
        #expect(list.content.remarks == [])
        #expect(list.rows.last?.first == "Orla")
    }

    @Test("is the one that looks most like a list of people, and the others are told")
    func scored() throws {
        var seen: [String] = []
        let list = try ReadList(try Fixture.bytes("linkedin-export.zip")) { name, bytes in
            seen.append(name)
            let text = String(decoding: bytes, as: UTF8.self)
            return text.contains("Connected On") ? 2 : text.contains("Emails") ? 1 : nil
        }
        #expect(list.rows.last?.first == "Orla")
        #expect(seen.count == 4)
        let remark = try #require(list.content.remarks.first?.text)
        #expect(
            remark == "3 further lists lie in this archive: ImportedContacts.csv, Profile.csv, messages.csv; "
                + "take one with --member NAME.")
    }

    @Test("is asked for where two look alike")
    func tied() throws {
        let error = #expect(throws: ContainerError.self) {
            try ReadList(try Fixture.bytes("newsletter.zip")) { _, _ in 1 }
        }
        #expect(error?.code == .ambiguousMember)
        #expect(error?.what.contains("unsubscribed_members_export.csv") == true)
    }

    @Test("is judged by the table in a member, not by its wrapping")
    func scoredTables() throws {
        let list = try ReadList(try Fixture.bytes("mixed.zip")) { name, bytes in
            bytes.starts(with: "Full Name,First Name".utf8) ? 1 : nil
        }
        #expect(list.content.kind == .vCard)
        #expect(list.content.member == "cards.vcf")
    }

    @Test(
        "may be wrapped itself",
        arguments: [
            ("book.xlsx", ContainerKind.xlsx, "People"), ("book.xlsx/More", .xlsx, "More"),
            ("objects.jsonl", .jsonLines, nil), ("list.csv", .plain, nil),
        ] as [(String, ContainerKind, String?)])
    func wrapped(name: String, kind: ContainerKind, sheet: String?) throws {
        let list = try ReadList(fixture: "mixed.zip", member: name)
        #expect(list.content.kind == kind)
        #expect(list.content.sheet == sheet)
        #expect(try list.again() == list.rows)
    }

    @Test("is guessed where no member has the name")
    func unknown() throws {
        let error = #expect(throws: ContainerError.self) {
            try ReadList(fixture: "linkedin-export.zip", member: "Conections.csv")
        }
        #expect(error?.code == .unknownMember)
        #expect(error?.hint == "Did you mean Connections.csv?")
        let tied = #expect(throws: ContainerError.self) {
            try ReadList(fixture: "same-names.zip", member: "list.csv")
        }
        #expect(tied?.code == .ambiguousMember)
    }

    @Test("is told without anything that steers a terminal")
    func printable() {
        let remark = ContainerRemark.furtherLists(["a\u{1B}[2J.csv", "b\u{202E}vsc.csv"])
        #expect(!remark.text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }
}
