import Consent
import Origins
import Testing

@Suite("Fingerprints of a row")
struct FingerprintTests {
    /// The texts of one kind that a row gives.
    private func texts(_ kind: Fingerprint.Kind, _ cells: [String: String]) throws -> Set<String> {
        let pairs = cells.sorted { $0.key < $1.key }
        let recognition = try LayoutCatalogue.shipped.recognise([pairs.map(\.key), pairs.map(\.value)])
        let reader = try LayoutCatalogue.shipped.fingerprintReader(for: recognition)
        let row = pairs.map(\.value)
        return Set(
            reader.fingerprints(ofRow: { row[$0] }, count: row.count).filter { $0.kind == kind }.map(\.text))
    }

    private func agree(_ kind: Fingerprint.Kind, _ a: [String: String], _ b: [String: String]) throws -> Bool
    {
        try !texts(kind, a).isDisjoint(with: texts(kind, b))
    }

    @Test(
        "one name in many spellings agrees",
        arguments: [
            ("Jürgen", "Müller", "Juergen", "MUELLER"), ("Jürgen", "Müller", "jurgen", "muller"),
            ("Jürgen", "Müller", "Müller", "Jürgen"), ("Dr. Jane", "Doe", "Jane", "Doe, MBA"),
            ("Jane", "Doe", "✨ Jane", "Doe 🚀"), ("Jane", "Doe", "Jane (she/her)", "Doe | CEO at Acme"),
            ("Jane", "Doe", "Jane", "Doe - Growth Advisor"), ("Jane Mary", "Doe", "Jane", "Doe"),
            ("Jane", "Doe", "Jane M.", "Doe"), ("Jane", "Doe", "𝗝𝗮𝗻𝗲", "Ｄｏｅ"),
            ("Søren", "Ødegård", "Soren", "Odegard"),
            ("Søren", "Ødegård", "Soeren", "Oedegaard"), ("Łukasz", "Wójcik", "Lukasz", "Wojcik"),
            ("Şebnem", "Yılmaz", "Sebnem", "Yilmaz"), ("Bob", "Smith", "Robert", "Smith"),
            ("Владимир", "Щукин", "Vladimir", "Shchukin"), ("Юлия", "Чайковская", "Yulia", "Chaikovskaya"),
            ("Юлия", "Чайковская", "Iuliia", "Chaikovskaia"), ("Сергей", "Жуков", "Sergey", "Zhukov"),
            ("Γιώργος", "Παπαδόπουλος", "Giorgos", "Papadopoulos"), ("Seán", "O’Brien", "Sean", "O'Brien"),
            ("Anna-Lena", "Schmidt", "Anna Lena", "Schmidt"), ("José", "Núñez", "JosÃ©", "NÃºÃ±ez"),
        ])
    func sameName(first: String, last: String, otherFirst: String, otherLast: String) throws {
        let one = ["first_name": first, "last_name": last, "company": "Acme"]
        #expect(
            try agree(
                .nameCompany, one, ["vorname": otherFirst, "nachname": otherLast, "firma": "ACME GmbH"]))
    }

    @Test(
        "a name in one cell agrees with the name in two",
        arguments: [
            "Jane Doe", "DOE, Jane", "Doe Jane", "Dr. Jane Doe, Ph.D.", "Jane Doe, PMP",
            "Doe | Advisor, Jane",
        ])
    func oneCell(full: String) throws {
        #expect(try agree(.name, ["first_name": "Jane", "last_name": "Doe"], ["name": full]))
    }

    @Test(
        "different people do not agree",
        arguments: [
            ("Anna", "Schmidt", "Anna", "Schmitt"), ("Anna", "Schmidt", "Anne", "Schmidt"),
            ("Jan", "Koch", "Jana", "Koch"),
            ("Anna", "Wolf", "Anna", "Meyer-Wolf"), ("Jan", "Meyer", "Jan", "Meier"),
            ("Marie", "Koch", "Marie-Claire", "Koch"),
            ("Bob", "Koch", "Robert", "Koch"),
        ])
    func otherName(first: String, last: String, otherFirst: String, otherLast: String) throws {
        let one = ["first_name": first, "last_name": last]
        #expect(try !agree(.name, one, ["first_name": otherFirst, "last_name": otherLast]))
    }

    @Test(
        "a company is the same under another legal form",
        arguments: [
            ("Globex, Inc.", "Globex"), ("Beispiel & Söhne KG", "Beispiel und Soehne GmbH & Co. KG"),
            ("Müller S.p.A.", "Muller"), ("Société Générale S.à r.l.", "Societe Generale SARL"),
            ("Acme LLC", "ACME ltd."),
            ("The Acme Company", "Acme"), ("Verein e.V.", "VEREIN"), ("Acme Sp. z o.o.", "acme"),
        ])
    func sameCompany(company: String, other: String) throws {
        let name = ["first_name": "Jane", "last_name": "Doe"]
        #expect(
            try agree(
                .nameCompany, name.merging(["company": company]) { $1 },
                name.merging(["company": other]) { $1 }))
    }

    @Test(
        "who has no employer shares none",
        arguments: ["Freelance", "Self-employed", "selbständig", "Stealth Startup", "-", ""])
    func noCompany(company: String) throws {
        #expect(
            try texts(.nameCompany, ["first_name": "Jane", "last_name": "Doe", "company": company]) == [])
    }

    @Test(
        "a day is the same in every shape",
        arguments: [
            "07 Oct 2023", "10/7/23, 3:14 PM", "7-Oct-23", "2023-10-07", "07.10.2023", "7. Oktober 2023",
            "7 de octubre de 2023",
            "2023-10-07T08:15:00Z", "07/10/2023", "Oct 7, 2023",
        ])
    func sameDay(written: String) throws {
        let name = ["first_name": "Jane", "last_name": "Doe"]
        let day = try texts(.nameDate, name.merging(["since": written]) { $1 })
        #expect(day.contains("doe iane\n2023-10-07") || day.contains("doe jane\n2023-10-07"), "\(written)")
    }

    @Test(
        "what is no day gives none",
        arguments: ["31 Feb 2023", "2023", "99/99/99", "1.1.1900", "00000000000000000000", "7 Oct", "+-/"])
    func noDay(written: String) throws {
        #expect(try texts(.nameDate, ["first_name": "Jane", "last_name": "Doe", "since": written]) == [])
    }

    @Test(
        "a name of one word is none",
        arguments: [("Jane", ""), ("", "Doe"), ("J.", "Doe"), ("Dr.", "Doe"), ("🚀", "✨")])
    func oneWord(first: String, last: String) throws {
        #expect(try texts(.name, ["first_name": first, "last_name": last]) == [])
    }

    @Test("addresses are found in every dress, without their tag")
    func addresses() throws {
        let cell = "Jane <Jane.Doe+li@Example.org>; mailto:other@example.org"
        #expect(try texts(.address, ["email": cell]) == ["jane.doe@example.org", "other@example.org"])
    }

    @Test(
        "a profile is the same however its link is written",
        arguments: ["https://de.linkedin.com/in/Jane-Doe/?trk=x", "linkedin.com/in/jane%2Ddoe"])
    func profile(link: String) throws {
        #expect(try texts(.profile, ["email": "a@example.org", "LinkedIn URL": link]) == ["jane-doe"])
    }

    @Test("attributes of a newsletter tool are read as the columns that they are")
    func attributes() throws {
        let json = #"{"first_name": "Jane", "last_name": "Doe", "company": "Acme"}"#
        #expect(try texts(.nameCompany, ["email": "a@example.org", "attributes": json]).count == 1)
    }

    @Test("hostile cells end soon and give nothing")
    func hostile() throws {
        let long = String(repeating: "a, ( | ", count: 20_000)
        let cells = ["name": long, "company": long, "email": long + "@", "since": long]
        #expect(try texts(.name, cells) == [])
        #expect(try texts(.nameCompany, cells) == [])
    }

    @Test("a fingerprint prints as its kind")
    func redacted() {
        var text = ""
        dump(Fingerprint(.name, "doe jane"), to: &text)
        #expect(!text.contains("doe") && !"\(Fingerprint(.name, "doe jane"))".contains("doe"))
    }
}
