import TestSupport

/// Makes lists with all the dirt that lists have, few different rows among many, and people of a ledger.
struct RandomList {
    private let people: [String]
    private let hasCountry: Bool
    private let delimiter: String
    private let lineEnd: String

    init(_ seed: UInt64, people: [String]) {
        self.people = people
        hasCountry = seed % 2 == 0
        delimiter = seed % 3 == 0 ? ";" : ","
        lineEnd = seed % 4 == 1 ? "\r\n" : "\n"
    }

    func text(rows: Int, _ random: inout SeededRandom) -> String {
        let header = [
            "email", "first_name", "company", hasCountry ? "country" : "city", "source", "linkedin_url",
            "notes",
        ]
        var text = header.joined(separator: delimiter) + lineEnd
        for row in 0..<rows {
            if Int.random(in: 0..<200, using: &random) == 0 { text += oddLine(header, &random) }
            let cells = [
                address(row, &random), pick(["Ada", "Jörg", "", "=1+1", "nke/dla"], &random),
                pick(
                    ["", "Nova Soft", "\"Blue, Green\"", "\"a \"\"b\"\"\"", "linkedin.com/in/ada"], &random),
                pick(["DE", "FR", "", "Österreich", "nowhere"], &random),
                pick(["website_form", "linkedin", "", "trade_show", "unknown", "webinar"], &random),
                pick(
                    [
                        "", "", "https://www.linkedin.com/in/ada-\(row)", "https://linkedin.com/company/x",
                        "www.linkedin.com/in/ACwAAabcdefghij", "n/a",
                    ], &random),
                pick(
                    ["", "", "customer", "met via LinkedIn", "\"two\(lineEnd)lines\"", "+49 30 1234", "-x"],
                    &random),
            ]
            text += cells.joined(separator: delimiter)
            if Int.random(in: 0..<300, using: &random) == 0 { text += delimiter + "one more" }
            text += lineEnd
        }
        return text
    }

    private func oddLine(_ header: [String], _ random: inout SeededRandom) -> String {
        pick(
            [
                lineEnd, header.joined(separator: delimiter) + lineEnd, "total" + lineEnd,
                String(repeating: delimiter, count: 6) + lineEnd, "\"open" + lineEnd, "\u{0}" + lineEnd,
            ].filter { !$0.contains("\u{0}") }, &random)
    }

    private func address(_ row: Int, _ random: inout SeededRandom) -> String {
        let person = pick(people, &random)
        switch Int.random(in: 0..<20, using: &random) {
        case 0...5: return person
        case 6: return person.uppercased()
        case 7: return " \(person) "
        case 8: return "\"\(person)\""
        case 9:
            return pick(
                ["", "no address", "a@b@c.de", "a@localhost", "a@x..de", "@x.de", "a b@x.de", "a@x.de."],
                &random)
        case 10: return pick(["ä@x.de", "a@münchen.de", "info@example.net", "abuse@example.net"], &random)
        case 11: return "\"\(person), other\(row)@example.net\""
        case 12: return "Name <\(person)>"
        default: return "stranger\(row)@example.net"
        }
    }

    private func pick(_ texts: [String], _ random: inout SeededRandom) -> String {
        texts.randomElement(using: &random) ?? ""
    }
}
