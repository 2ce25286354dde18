import Consent
import Containers
import Foundation
import Origins
import Testing

@Suite("Cards")
struct VCardTests {
    private func row(_ text: String) throws -> [String: String] {
        let rows = try ReadList(text).rows
        try #require(rows.count == 2)
        return Dictionary(uniqueKeysWithValues: zip(rows[0], rows[1]).filter { !$0.1.isEmpty })
    }

    @Test("give their names, addresses and what helps to see where they came from")
    func fields() throws {
        let card = try row(
            """
            BEGIN:VCARD
            VERSION:4.0
            N:Lovelace;Ada;;;
            FN:Ada Lovelace
            item1.EMAIL;type=INTERNET:ada@example.org
            email;TYPE="work,pref":countess@example.com
            ORG:Analytical\\, Engines;Notes
            TITLE:Mathematician
            NOTE:one\\ntwo\\; three
            CATEGORIES:Poets\\, dead,Newsletter
            URL:https://example.org/ada
            X-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/test-ada
            IMPP;X-SERVICE-TYPE=LinkedIn:x-apple:test-ada
            IMPP:xmpp:ada@example.org
            SOURCE:https://example.org/ada.vcf
            REV:20240512T091530Z
            UID:urn:uuid:1
            TEL:+44 1
            PHOTO;ENCODING=b:\(String(repeating: "A", count: 300))
             \(String(repeating: "A", count: 300))
            END:VCARD

            """)
        #expect(
            card == [
                "Full Name": "Ada Lovelace", "First Name": "Ada", "Last Name": "Lovelace",
                "E-mail Address": "ada@example.org; countess@example.com", "Company": "Analytical, Engines",
                "Job Title": "Mathematician", "Notes": "one\ntwo; three",
                "Categories": "Poets, dead, Newsletter",
                "Web Page": "https://example.org/ada",
                "Social Profiles": "https://www.linkedin.com/in/test-ada; x-apple:test-ada",
                "IM": "xmpp:ada@example.org", "Source": "https://example.org/ada.vcf",
                "Last Modified": "20240512T091530Z", "UID": "urn:uuid:1",
            ])
    }

    @Test("of version 2.1 are read with their encodings")
    func old() throws {
        let card = try row(
            "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=\r\n=C3=B6rg\r\n"
                + "EMAIL;INTERNET:joerg@example.org\r\nNOTE;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Gr=FC=DFe=0D=0Aan=\r\n"
                + " alle\r\nAGENT:\r\nBEGIN:VCARD\r\nEMAIL:agent@example.org\r\nEND:VCARD\r\nEND:VCARD\r\n")
        #expect(card["First Name"] == "Jörg")
        #expect(card["Full Name"] == "Jörg Müller")
        #expect(card["E-mail Address"] == "joerg@example.org")
        #expect(card["Notes"] == "Grüße\r\nan alle")
    }

    @Test("are unfolded within a letter, too")
    func folded() throws {
        var bytes = Array("BEGIN:VCARD\nFN:Zo".utf8)
        bytes += [0xC3] + Array("\n ".utf8) + [0xAB] + Array("\nEMAIL:zoe@exa\n\tmple.org\nEND:VCARD".utf8)
        let rows = try ReadList(bytes).rows
        #expect(rows[1][0] == "Zoë")
        #expect(rows[1][3] == "zoe@example.org")
    }

    @Test("are read in UTF-16 and in Latin letters of old")
    func encodings() throws {
        let text = "BEGIN:VCARD\nFN:Jörg\nEND:VCARD\n"
        let wide =
            [0xFF, 0xFE] as [UInt8] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8] }
        let narrow = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        for bytes in [wide, narrow, [0xEF, 0xBB, 0xBF] + Array(text.utf8)] {
            #expect(try ReadList(bytes).rows[1][0] == "Jörg")
        }
    }

    @Test("know the line on which they begin")
    func places() throws {
        let list = try ReadList("begin:vcard\nFN:A\nend:vcard\n\nBEGIN:VCARD\nFN:B\nEND:VCARD\n")
        #expect(list.places == [nil, .line(1), .line(5)])
        #expect(list.content.kind == .vCard)
    }

    @Test(
        "that are damaged are named by their line",
        arguments: [
            ("BEGIN:VCARD\nFN:A\n", 1), ("BEGIN:VCARD\nFN:A\nEND:VCARD\nBEGIN:VCARD\nFN:B\n", 4),
            ("BEGIN:VCARD\nFN:A\nEND:VCARD\nEMAIL:a@example.org\n", 4),
        ])
    func damaged(text: String, line: Int) throws {
        let content = try Content.open(InMemoryInput(Array(text.utf8)))
        #expect(throws: (any Error).self) {
            while try !([UInt8](capacity: 100) { try content.read(into: &$0) }).isEmpty {}
        }
        #expect((content.failure as? ContainerError)?.line == line)
    }

    @Test("weigh a profile on a card as what its owner put there, and a note as what it says")
    func origins() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "TestSupport/Samples/apple_contacts_linkedin.vcf")
        let rows = try ReadList(Array(try Data(contentsOf: path))).rows
        let recognition = try LayoutCatalogue.shipped.recognise(rows)
        #expect(recognition.headerIndex == 0)
        #expect(Array(recognition.addressColumns) == [3])
        let fromLinkedIn = rows.dropFirst().map { row in
            recognition.origin(ofRow: { row[$0] }, count: row.count).origin.isLinkedInSourced
        }
        #expect(fromLinkedIn == [false, false, true])
    }
}
