import Consent
import Origins
import Testing

@Suite("The quick look at a row")
struct PrefilterTests {
    let catalogue: LayoutCatalogue

    init() throws {
        catalogue = try LayoutCatalogue.shipped
    }

    /// A generator whose run is the same every time.
    struct Dice {
        var state: UInt64

        mutating func roll(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(count))
        }
    }

    static let headers = [
        ["Email", "Name", "Company", "Position"], ["email", "name", "linkedin_url"],
        ["Email", "Name", "Website", "Notes"],
        ["Email", "Tags"], ["Email", "Notes", "Etiketten", "Feld"], ["email", "attributes"],
        ["Email", "Source"],
        ["Email", "utm_source", "URL"], ["Email", "Connected On"],
        ["id", "title", "firstname", "lastname", "email", "points", "linkedin"],
        ["Email", "First Name", "Last Name", "Position", "Company", "Domain", "LinkedIn"], ["Name", "Ort"],
        ["First Name", "Last Name", "Email Address", "Company", "Position", "Connected On"],
        ["First Name", "Last Name", "Labels", "E-mail 1 - Value", "Notes", "Website 1 - Value"],
    ]

    static let pieces = [
        "LinkedIn", "linkedin", "Linked In", "Linked\u{200B}In", "L\u{456}nkedIn", "Ｌｉｎｋｅｄｉｎ", "lin%6Bedin",
        "lnkd",
        "https://www.linkedin.com/in/ada", "https://linkedin.com/company/x", "lnkd.in/x", "/in/ada", "in/ada",
        "urn:li:member:1", "ACwAAATEST0000SYNTHETIC", "ACoAAATEST0000SYNTHETIC", "1inkedin.com/in/x",
        "sales navigator",
        "Connections.csv", "Kontakte.csv", "Connected on 3 May", "Verbunden am", "connecté le",
        "über LinkedIn vernetzt",
        "phantombuster", "ZoomInfo", "bought list", "1st degree", "li import", "relations.csv",
        "conexões.csv",
        "{\"source\": \"linkedin\"}", "{\"source\": \"\\u006cinkedin\"}", "not", "ads", "yes", "Ada",
        "Müller", "CTO",
        "2024-01-01", "a@example.com", " ", ",", "\n", "\"", ";", "Иван", "é", "👩‍👩‍👧", "link\u{AD}edin", "ACME",
        "50%", "%zz",
    ]

    static func raw(_ cells: [String]) -> [UInt8] {
        let quoted = cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
        return Array((quoted.joined(separator: ",") + "\r\n").utf8)
    }

    @Test("never passes over a row that a closer look would mark", arguments: headers)
    func neverMisses(header: [String]) {
        let preview = [header, header.map { _ in "" }]
        let recognition = catalogue.recognise(preview)
        var dice = Dice(state: 42)
        var marked = 0
        for _ in 0..<3_000 {
            let cells = header.map { _ in
                (0..<dice.roll(4)).map { _ in Self.pieces[dice.roll(Self.pieces.count)] }.joined(
                    separator: dice.roll(2) == 0 ? " " : "")
            }
            let origin = recognition.origin(of: cells)
            let bytes = Self.raw(cells)
            let isWatched = recognition.mayCarrySignals(in: bytes)
            if isWatched { continue }
            if origin.origin != recognition.fileOrigin.origin { marked += 1 }
            #expect(origin.origin == recognition.fileOrigin.origin, "\(cells)")
            #expect(origin.isSourceKnown == recognition.fileOrigin.isSourceKnown, "\(cells)")
            let further = origin.signals.dropFirst(recognition.fileSignals.count)
            #expect(recognition.isDecidedByFile || further.allSatisfy { $0.strength == .weak }, "\(cells)")
        }
        #expect(marked == 0)
    }

    @Test("passes over most innocent rows, so that it is worth its while")
    func worth() {
        let recognition = catalogue.recognise([["Email", "Name", "Company", "Notes"], ["", "", "", ""]])
        let innocent = [
            ["ada@example.com", "Ada Byron", "Engines Ltd", "likes maths"],
            ["jörg@example.com", "Jörg Überäcker", "Söhne KG", "50 % Rabatt, 3/4 voll"],
            ["i@example.com", "Иван Петров", "ООО Ромашка", "друг"],
            ["n@example.com", "Νίκος", "Ελλάς", "φίλος – “gut”"],
        ]
        for cells in innocent { #expect(!recognition.mayCarrySignals(in: Self.raw(cells)), "\(cells)") }
    }

    @Test("reads every row where it counts which cells are filled, and none where the file is proof")
    func kinds() {
        let empty: [UInt8] = []
        let source = catalogue.recognise([["Email", "Source"], ["", ""]])
        #expect(source.mayCarrySignals(in: empty))
        let proof = catalogue.recognise([["First Name", "Last Name", "Connected On"], ["", "", ""]])
        #expect(!proof.mayCarrySignals(in: Array("linkedin".utf8)))
        let plain = catalogue.recognise([["Email"], [""]])
        #expect(!plain.mayCarrySignals(in: empty))
    }

    @Test("also in Windows-1252, and in bytes that are no text at all")
    func otherBytes() {
        let recognition = catalogue.recognise([["Email", "Notes"], ["", ""]])
        let softHyphen = Array("a@example.com,Lin".utf8) + [0xAD] + Array("kedIn import".utf8)
        #expect(recognition.mayCarrySignals(in: softHyphen))
        let accents: [UInt8] = Array("a@example.com,J".utf8) + [0xF6, 0x72, 0x67, 0xE9, 0xC3]
        #expect(!recognition.mayCarrySignals(in: accents))
        var dice = Dice(state: 9)
        for _ in 0..<5_000 {
            let bytes = (0..<dice.roll(24)).map { _ in UInt8(truncatingIfNeeded: dice.roll(256)) }
            _ = recognition.mayCarrySignals(in: bytes)
        }
    }
}
