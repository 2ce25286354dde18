import Consent
import Origins
import Testing

@Suite("The header of a list")
struct HeaderTests {
    let catalogue: LayoutCatalogue

    init() throws {
        catalogue = try LayoutCatalogue.shipped
    }

    static let note =
        "When exporting your connection data, you may notice that some of the email addresses are missing. You will only see email addresses for connections who have allowed their connections to see or download their email address using this setting https://www.linkedin.com/psettings/privacy/email."
    static let columns = [
        "First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On",
    ]
    static let row = ["Orla", "Quimbly", "", "orla.quimbly@example.com", "Acme GmbH", "CTO", "07 Oct 2023"]
    static let blank = [String](repeating: "", count: 7)

    static let preambles: [[[String]]] = [
        [], [["Notes:"], [note], [""]], [["\u{FEFF}Notes:"], [note], [""]], [["\"Notes:\""], [note], [""]],
        [["  Notes:"], ["   " + note], ["  "]],
        [["Notes:"] + blank.dropFirst(), [note] + blank.dropFirst(), blank],
        [["Notes:"], [note.replacing(" ", with: "\r\n  ")], [""]],
        [["Notes:"], note.split(separator: ",").map(String.init), [""]],
        [["Notes:"]] + note.split(separator: ".").map { [String($0)] } + [[""]],
        [["Exported on 2024-01-01"], ["Notes:"], [note], [""], [""]],
        [["Email"], ["Notes:"], [note], [""]],
        [["My e-mail list"], [""]], [["Email list", "of 2024"], [""], ["", ""]],
        [[String]](repeating: ["Some words"], count: 30),
    ]

    @Test("is found after every preamble", arguments: preambles)
    func preamble(before: [[String]]) {
        let recognition = catalogue.recognise(before + [Self.columns, Self.row])
        #expect(recognition.headerIndex == before.count)
        #expect(recognition.headers == Self.columns)
        #expect(recognition.addressColumns == [3])
        #expect(recognition.layout?.id == "linkedin-connections")
        #expect(recognition.isDecidedByFile)
        #expect(recognition.origin(of: Self.row).origin == .linkedinConnection)
        #expect(recognition.origin(of: Self.blank).origin == .linkedinConnection)
        #expect(recognition.origin(of: ["Orla"]).origin == .linkedinConnection)
        let says = before.contains { $0.contains { $0.contains("When") } }
        #expect(recognition.fileSignals.contains { $0.id == "linkedin-preamble" } == says)
    }

    @Test("may have lost every name of LinkedIn's: the preamble is proof enough")
    func renamed() {
        let recognition = catalogue.recognise([
            ["Notes:"], [Self.note], [""], ["Vn", "Nn", "Mail"],
            ["Orla", "Quimbly", "orla.quimbly@example.com"],
        ])
        #expect(recognition.headerIndex == 3)
        #expect(recognition.addressColumns == [2])
        #expect(recognition.layout == nil)
        #expect(recognition.fileOrigin.origin == .linkedinConnection)
    }

    @Test(
        "is LinkedIn's in seven languages, in any order and dress",
        arguments: [
            ("en", ["First Name", "Last Name", "Email Address", "Company", "Position", "Connected On"]),
            (
                "en",
                ["connected_on", "POSITION", " company ", "last-name", "\"First Name\"", "email_address"]
            ),
            ("en", ["First Name", "Email Address", "Connected On", "Last Name"]),
            ("en", ["Company", "Position", "E-Mail", "Connected On", "Shoe size", "", ""]),
            ("en", ["First Name", "First Name", "Last Name", "", "Connected On", "Connected On", "Opt-in"]),
            (
                "de",
                ["Vorname", "Nachname", "URL", "E-Mail-Adresse", "Unternehmen", "Position", "Verbunden am"]
            ),
            ("de", ["VERBUNDEN AM", "vorname", "firma", "Nachname", "Position", "email"]),
            ("fr", ["Prénom", "Nom", "URL", "Adresse e-mail", "Entreprise", "Poste", "Date de connexion"]),
            ("fr", ["date de connexion", "PRENOM", "NOM", "adresse e-mail", "societe", "fonction"]),
            ("es", ["Nombre", "Apellidos", "URL", "Correo electrónico", "Empresa", "Cargo", "Conectado el"]),
            (
                "es",
                ["Nombre", "Apellidos", "URL", "Correo electrÃ³nico", "Empresa", "Cargo", "Conectado el"]
            ),
            (
                "it",
                ["Nome", "Cognome", "URL", "Indirizzo email", "Azienda", "Posizione", "Data di collegamento"]
            ),
            ("pt", ["Nome", "Sobrenome", "URL", "Endereço de e-mail", "Empresa", "Cargo", "Conectado em"]),
            ("nl", ["Voornaam", "Achternaam", "URL", "E-mailadres", "Bedrijf", "Functie", "Verbonden op"]),
        ])
    func languages(language: String, header: [String]) throws {
        let recognition = catalogue.recognise([header, header.map { _ in "x" }])
        #expect(recognition.layout?.id == "linkedin-connections")
        #expect(recognition.language == language)
        #expect(recognition.fileOrigin.origin == .linkedinConnection)
        let names = header.map { $0.lowercased() }
        let hasAddress = names.contains { $0.contains("mail") || $0.contains("correo") }
        #expect(recognition.addressColumns.isEmpty != hasAddress)
    }

    @Test(
        "of a list of one's own names the address in seven languages",
        arguments: [
            "email", "E-Mail", "EMAIL ADDRESS", "e_mail_address", "E-Mail-Adresse", "Mail", "Adresse e-mail",
            "Courriel", "Correo electrónico", "Indirizzo e-mail", "Endereço de e-mail", "E-mailadres",
            "Kunden-Emailadresse", "Newsletter email", "\u{FEFF}\"Email\"", "Ｅｍａｉｌ", "Your email (required)",
        ])
    func address(name: String) {
        let recognition = catalogue.recognise([["Name", name, "Ort"], ["Ada", "a@example.com", "Ulm"]])
        #expect(recognition.headerIndex == 0)
        #expect(recognition.addressColumns == [1])
        #expect(recognition.layout == nil)
    }

    @Test(
        "is known though its UTF-8 was read as Latin-1 or Windows-1252 and saved so",
        arguments: [
            ("PrÃ©nom", ColumnMeaning.firstName), ("VornÃ¤me", .firstName),
            ("AdresseÃ©lectronique", .address), ("Correo electrÃ³nico", .address), ("Ã‰tiquettes", .tag),
            ("EndereÃ§o de e-mail", .address), ("BestÃ¤tigt am", .confirmTime), ("Catégorie", .tag),
        ])
    func misread(name: String, meaning: ColumnMeaning) {
        let recognition = catalogue.recognise([["Email", name], ["a@example.com", "x"]])
        #expect(recognition.meanings[1] == meaning)
    }

    @Test(
        "is not misled by names that only speak of addresses",
        arguments: [
            "Email Status", "Email opt-in", "Email domain", "Marketing emails opened", "Last email sent date",
            "Mailing Street", "Mailing City", "E-mail 1 - Type", "Email Confidence", "Email list",
        ])
    func notAddress(name: String) {
        let recognition = catalogue.recognise([["Name", name], ["Ada", "x"]])
        #expect(recognition.addressColumns.isEmpty)
        #expect(recognition.headers == ["Name", name])
    }

    @Test("puts the main address before the further ones")
    func preference() {
        let header = ["Candidate's email", "Work Email", "E-mail 2 Address", "Email", "Name"]
        let recognition = catalogue.recognise([header, ["", "", "", "a@example.com", ""]])
        #expect(recognition.addressColumns == [3, 1, 2, 0])
        #expect(recognition.choosing(addressColumn: 1).addressColumns == [1])
        #expect(recognition.column(named: "e-mail-2-address") == 2)
        #expect(recognition.column(named: "Shoe size") == nil)
        #expect(recognition.column(named: "") == nil)
    }

    @Test("without an address is reported with its columns, and can be mended by naming one")
    func noAddress() {
        let preview = [
            ["Kontaktliste"], ["Wer", "Erreichbar unter", "Ort"], ["Ada", "a@example.com", "Ulm"],
        ]
        let recognition = catalogue.recognise(preview)
        #expect(recognition.headerIndex == 1)
        #expect(recognition.headers == preview[1])
        #expect(recognition.addressColumns.isEmpty)
        let mended = catalogue.recognise(preview, addressColumn: "erreichbar-unter")
        #expect(mended.headerIndex == 1)
        #expect(mended.addressColumns == [1])
        #expect(mended.meanings[1] == .address)
        #expect(catalogue.recognise(preview, addressColumn: "Telefon").addressColumns.isEmpty)
    }

    @Test("given by the user goes before the one by name")
    func given() {
        let recognition = catalogue.recognise(
            [["Email", "Mail privat"], ["a@example.com", "b@example.com"]], addressColumn: "mail privat")
        #expect(recognition.addressColumns == [1])
    }

    @Test(
        "may be missing, and then no contact is taken for it",
        arguments: [
            [["a@example.com"], ["b@example.com"]], [["Ada", "a@example.com"], ["Ben", "b@example.com"]], [],
            [[]],
            [[""], ["", ""]], [["1", "2"], ["3", "4"]],
        ])
    func missing(preview: [[String]]) {
        let recognition = catalogue.recognise(preview)
        #expect(recognition.headerIndex == nil)
        #expect(recognition.headers.isEmpty)
        #expect(recognition.addressColumns.isEmpty)
        #expect(recognition.origin(of: ["a@example.com", "x", "y"]).origin == .unknown)
    }

    @Test("may be missing above profile links, which still are seen")
    func missingAboveProfiles() {
        let rows = (1...3).map { ["a\($0)@example.com", "https://www.linkedin.com/in/test-\($0)"] }
        let recognition = catalogue.recognise(rows)
        #expect(recognition.headerIndex == nil)
        #expect(recognition.origin(of: rows[0]).origin == .linkedinProfile)
    }

    @Test(
        "in LinkedIn's old order of Outlook's columns is proof, in another it is an address book or nothing")
    func outlook() throws {
        let layout = try #require(catalogue.layouts.first { $0.id == "linkedin-outlook-connections" })
        let names = layout.example.header
        let row = layout.example.row
        #expect(
            catalogue.recognise([names + ["Opt-in"], row + ["yes"]]).fileOrigin.origin == .linkedinConnection)
        #expect(catalogue.recognise([names.map { $0.uppercased() }, row]).isDecidedByFile)
        #expect(!catalogue.recognise([names.reversed(), row.reversed()]).isDecidedByFile)
        #expect(!catalogue.recognise([Array(names.dropLast()), Array(row.dropLast())]).isDecidedByFile)
    }

    @Test("of Connections.csv without its dates still tells in its own order, and only there")
    func undated() {
        let undated = Array(Self.columns.dropLast())
        #expect(catalogue.recognise([undated, undated]).fileOrigin.origin == .linkedinConnection)
        let longer = undated + ["Phone"]
        #expect(catalogue.recognise([longer, longer]).fileOrigin.origin == .unknown)
        let other = ["Last Name", "First Name", "URL", "Email Address", "Company", "Position"]
        #expect(catalogue.recognise([other, other]).fileOrigin.origin == .unknown)
        let bare = ["First Name", "Last Name", "Email Address", "Company", "Position"]
        #expect(catalogue.recognise([bare, bare]).fileOrigin.origin == .unknown)
        #expect(catalogue.recognise([bare, bare]).fileSignals.map(\.strength) == [.medium])
    }
}
