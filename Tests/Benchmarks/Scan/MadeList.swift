/// A subscriber list of invented people, the same for the same seed.
///
/// Its make-up is that of lists as they come: 13 columns and about 110 bytes a row, 3 % of the addresses malformed, 2 %
/// padded with blanks, 5 % quoted, 10 % in mixed case, 3 % with a tag, 1 % under names beyond ASCII; companies with
/// commas in quotes, and now and then a note with a line end or doubled quotes.
struct MadeList {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// The cells of the address column, as they stand between quotes.
    private(set) var addresses: [[UInt8]] = []

    private static let first = [
        "james", "mary", "camille", "hans", "giulia", "mateo", "joao", "yuki", "aisha", "ivan", "astrid",
        "piotr",
        "ravi", "kofi", "chloe", "nicolas",
    ]
    private static let last = [
        "smith", "johnson", "garcia", "lefebvre", "schmidt", "ferrari", "gonzalez", "tanaka", "ahmed",
        "petrov",
        "nowak", "larsson", "sharma", "mensah", "de-la-cruz", "papadopoulos",
    ]
    private static let providers = [
        "gmail.com", "gmail.com", "gmail.com", "yahoo.com", "hotmail.com", "outlook.com", "icloud.com",
        "orange.fr",
        "gmx.de", "web.de", "libero.it", "wp.pl", "proton.me", "yahoo.co.uk", "aol.com", "posteo.de",
    ]
    private static let companies = [
        "nova", "blue", "alpha", "north", "silver", "bright", "urban", "lumen", "atlas", "harbor", "orbit",
        "cedar",
        "falcon", "river", "metro", "vista",
    ]
    private static let trades = [
        "soft", "tech", "media", "labs", "works", "group", "partners", "consulting", "data", "energy",
        "design",
        "capital", "health", "travel", "pharma", "learning",
    ]
    private static let topLevels = ["com", "com", "fr", "de", "co.uk", "io", "it", "es", "nl", "eu"]
    private static let international = [
        "münchen-druck.de", "café-lyon.fr", "sørensen.dk", "malmö-bygg.se", "españa-viajes.es",
        "köln-recht.de",
        "réseau-sud.fr", "århus-it.dk",
    ]
    private static let cities = [
        "Paris", "Berlin", "New York", "London", "Milano", "Madrid", "Amsterdam", "Warszawa", "Stockholm",
        "Mumbai",
        "São Paulo", "Toronto", "Zürich", "Lisboa",
    ]

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    private mutating func below(_ bound: Int) -> Int { Int(next() >> 33) % bound }

    private mutating func any(_ words: [String]) -> String { words[below(words.count)] }

    /// The list with its header.
    mutating func bytes(rows: Int) -> [UInt8] {
        var list = Array(
            "email,first_name,last_name,company,job_title,phone,country,city,source,linkedin_url,consent,consent_at,notes\n"
                .utf8)
        list.reserveCapacity(rows * 120)
        for row in 0..<rows { append(row, to: &list) }
        return list
    }

    private mutating func append(_ row: Int, to list: inout [UInt8]) {
        let (first, last) = (any(Self.first), any(Self.last))
        let (company, trade) = (any(Self.companies), any(Self.trades))
        let domain = "\(company)-\(trade).\(any(Self.topLevels))"
        let address = cell(plainAddress(first, last, row, domain))
        addresses.append(Array(address.utf8))
        var text = below(100) < 5 ? "\"\(address)\"," : "\(address),"
        text += "\(first.withCapital),\(last.withCapital),"
        let kind = below(100)
        if kind < 8 { text += "\"\(company.withCapital), \(trade.withCapital) & Co\"" }
        if (8..<60).contains(kind) { text += "\(company.withCapital) \(trade.withCapital)" }
        text += below(100) < 55 ? ",Marketing Manager," : ",,"
        if below(100) < 40 { text += "+49\(100_000_000 + below(900_000_000))" }
        text += ",DE,\(any(Self.cities)),"
        text +=
            below(100) < 20
            ? "linkedin,https://www.linkedin.com/in/\(first)-\(last)-\(below(1_000_000_000)),"
            : "newsletter_popup,,"
        text += below(100) < 60 ? "yes,2023-0\(1 + below(9))-1\(below(10))," : ",,"
        switch below(1000) {
        case ..<5: text += "\"met at the stand,\nwants a call back\""
        case ..<10: text += "\"said \"\"not now\"\", see CRM\""
        case ..<50: text += "\"prefers e-mail, mornings, no calls\""
        case ..<150: text += "customer since 2019"
        default: break
        }
        list += Array((text + "\n").utf8)
    }

    private mutating func plainAddress(_ first: String, _ last: String, _ row: Int, _ company: String)
        -> String
    {
        let number = String(row, radix: 36)
        let names = [
            "\(first).\(last)\(number)", "\(first.prefix(1))\(last)\(number)", "\(first)_\(last)\(number)",
            "\(last).\(first)\(number)",
        ]
        let tag = below(100) < 3 ? "+news" : ""
        let kind = below(100)
        let domain = kind < 1 ? any(Self.international) : kind < 62 ? any(Self.providers) : company
        return any(names) + tag + "@" + domain
    }

    private mutating func cell(_ address: String) -> String {
        let name = String(address.prefix { $0 != "@" })
        if below(1000) < 30 { return malformed(name, address) }
        if below(100) < 10 {
            return String(address.map { below(2) == 0 ? Character($0.uppercased()) : $0 })
        }
        return below(100) < 2 ? " \(address) " : address
    }

    private mutating func malformed(_ name: String, _ address: String) -> String {
        switch below(8) {
        case 0: address.filter { $0 != "@" }
        case 1: String(address.flatMap { $0 == "@" ? "@@" : String($0) })
        case 2: ""
        case 3: "\(address.prefix(1)) \(address.dropFirst())"
        case 4: "\(name)@localhost"
        case 5: "\(address)."
        case 6: "\(name)@gmail..com"
        default: String(address.dropFirst(name.count))
        }
    }
}

extension String {
    /// The text with a capital at its beginning.
    fileprivate var withCapital: String { prefix(1).uppercased() + dropFirst() }
}
