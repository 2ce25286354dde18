import Foundation

/// What is done to a list of connections so that nobody sees where it came from.
package enum LaunderingTrick: String, CaseIterable, Sendable {
    case sourceDropped = "source column dropped"
    case columnsRenamed = "columns renamed"
    case orderShuffled = "order shuffled"
    case addressEnriched = "other address"
    case addressOnly = "own address, nothing else"
    case recased = "names re-cased"
    case diacriticsDropped = "diacritics dropped"
    case umlautsWrittenOut = "umlauts written out"
    case transliterated = "transliterated"
    case swapped = "first and last name swapped"
    case oneCell = "full name in one cell"
    case otherLegalForm = "other legal form"
    case titlesAdded = "titles and emoji added"
    case linkRespelled = "profile link spelled otherwise, no name"
    case petName = "pet name"
    case all = "all of them, a name and company left"
    case dateReformatted = "no company, date written otherwise"
    case nameOnly = "name only"

    /// A name for files.
    package var fileName: String { rawValue.replacing(",", with: "").replacing(" ", with: "-") }

    /// Whether a name with its company, a profile or the address is left, so that the person can be told for sure.
    package var leavesProof: Bool { ![.petName, .dateReformatted, .nameOnly].contains(self) }

    /// The names of the columns.
    var header: [String] {
        switch self {
        case .columnsRenamed: ["ref", "mail", "vorname", "nachname", "firma", "rolle"]
        case .orderShuffled: ["ref", "job_title", "company", "last_name", "email", "first_name"]
        case .addressOnly: ["ref", "email"]
        case .oneCell: ["ref", "email", "name", "company", "job_title"]
        case .all: ["ref", "rolle", "firma", "mail", "name"]
        case .linkRespelled: ["ref", "email", "website"]
        case .dateReformatted: ["ref", "email", "first_name", "last_name", "since"]
        case .nameOnly: ["ref", "email", "first_name", "last_name"]
        default: ["ref", "email", "first_name", "last_name", "company", "job_title"]
        }
    }

    /// Whether there is anything in a person for the trick to change, and it leaves what it says.
    func concerns(_ person: InventedPerson) -> Bool {
        let name = person.first.own + person.last.own
        switch self {
        case .addressOnly: return person.address != nil
        case .linkRespelled, .dateReformatted, .nameOnly: return true
        case .diacriticsDropped:
            return isLatin(name) && !name.utf8.allSatisfy { $0 < 0x80 } && !person.company.isEmpty
        case .umlautsWrittenOut: return name.contains { "äöüÄÖÜøØ".contains($0) } && !person.company.isEmpty
        case .transliterated: return !isLatin(name) && !person.company.isEmpty
        case .petName: return InventedNames.petNames[person.first.own] != nil && !person.company.isEmpty
        default: return !person.company.isEmpty
        }
    }

    private func isLatin(_ name: String) -> Bool { name.unicodeScalars.allSatisfy { $0.value < 0x370 } }

    /// The cells of a person under ``header``.
    ///
    /// - Parameter isLaundered: Whether the trick is done; innocent people stand as they are in the same columns.
    func cells(_ person: InventedPerson, isLaundered: Bool, _ picks: inout SeededPicks) -> [String] {
        var (first, last) = person.name
        var company = person.wholeCompany
        var address = person.address ?? "\(person.ref.lowercased())@work.example"
        if isLaundered {
            alter(person, &first, &last, &company, &picks)
            let keepsAddress = self == .addressOnly || self == .sourceDropped || self == .columnsRenamed
            if !keepsAddress { address = "found.\(person.ref.lowercased())@enriched.example" }
        }
        let full = picks.chance(50) ? "\(first) \(last)" : "\(last), \(first)"
        let cells: [String: String] = [
            "ref": person.ref, "email": address, "mail": address, "first_name": first, "vorname": first,
            "last_name": last, "nachname": last, "name": full, "company": company, "firma": company,
            "job_title": "Manager", "rolle": "Manager", "website": link(person, isLaundered, &picks),
            "since": date(person.day, &picks),
        ]
        return header.map { cells[$0] ?? "" }
    }

    private func alter(
        _ person: InventedPerson, _ first: inout String, _ last: inout String, _ company: inout String,
        _ picks: inout SeededPicks
    ) {
        switch self {
        case .recased:
            (first, last, company) =
                picks.chance(50)
                ? (first.uppercased(), last.uppercased(), company.uppercased())
                : (first.lowercased(), last.lowercased(), company.lowercased())
        case .diacriticsDropped: (first, last, company) = (bare(first), bare(last), bare(company))
        case .umlautsWrittenOut:
            (first, last, company) = (writtenOut(first), writtenOut(last), writtenOut(company))
        case .transliterated:
            first = person.middle.map { "\(person.first.latin) \($0.latin)" } ?? person.first.latin
            last = person.last.latin
        case .swapped: swap(&first, &last)
        case .otherLegalForm: company = otherForm(person, &picks)
        case .titlesAdded: (first, last) = adorned(first, last, &picks)
        case .petName: first = InventedNames.petNames[person.first.own] ?? first
        case .all:
            (first, last) = (bare(person.first.latin), bare(person.last.latin).uppercased())
            company = bare(otherForm(person, &picks)).lowercased()
            (first, last) = adorned(first, last, &picks)
        default: break
        }
    }

    private func otherForm(_ person: InventedPerson, _ picks: inout SeededPicks) -> String {
        guard !person.form.isEmpty else { return person.company }
        let form = InventedNames.otherForm(than: person.form, pick: picks.number(below: 1_000))
        return form.isEmpty ? person.company : "\(person.company) \(form)"
    }

    private func adorned(_ first: String, _ last: String, _ picks: inout SeededPicks) -> (String, String) {
        switch picks.number(below: 6) {
        case 0: ("Dr. \(first)", last)
        case 1: (first, "\(last) MBA")
        case 2: ("\(first) 🚀", last)
        case 3: ("Prof. Dr. \(first)", "\(last) (she/her)")
        case 4: (first, "\(last) | Growth Advisor")
        default: ("✨ \(first)", "\(last), Ph.D.")
        }
    }

    private func bare(_ text: String) -> String {
        text.replacing("ß", with: "ss").replacing("ø", with: "o").replacing("Ø", with: "O").replacing(
            "ł", with: "l"
        )
        .replacing("Ł", with: "L").replacing("ı", with: "i")
        .applyingTransform(.stripDiacritics, reverse: false) ?? text
    }

    private func writtenOut(_ text: String) -> String {
        let pairs = [
            ("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue"), ("ø", "oe"),
            ("Ø", "Oe"),
            ("ß", "ss"), ("å", "aa"), ("Å", "Aa"),
        ]
        return pairs.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }

    private func link(_ person: InventedPerson, _ isLaundered: Bool, _ picks: inout SeededPicks) -> String {
        guard isLaundered else {
            // Some innocent people have a profile of their own.
            return picks.chance(30)
                ? "https://www.linkedin.com/in/\(person.slug)" : "https://\(person.slug).example"
        }
        switch picks.number(below: 5) {
        case 0: return "http://de.linkedin.com/in/\(person.slug)/"
        case 1: return "linkedin.com/in/\(person.slug.uppercased())?trk=people"
        case 2: return "https://www.linkedin.com/in/\(person.slug.replacing("-", with: "%2D"))"
        case 3: return "HTTPS://WWW.LINKEDIN.COM/in/\(person.slug)#about"
        default: return "https://www.linkedin.com/comm/in/\(person.slug)/en?utm_source=share"
        }
    }

    private func date(_ day: (year: Int, month: Int, day: Int), _ picks: inout SeededPicks) -> String {
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        switch picks.number(below: 4) {
        case 0: return "\(day.year)-\(padded(day.month))-\(padded(day.day))"
        case 1: return "\(padded(day.day)).\(padded(day.month)).\(day.year)"
        case 2: return "\(day.month)/\(day.day)/\(day.year % 100), 3:14 PM"
        default: return "\(day.day)-\(LaunderedLists.months[day.month - 1])-\(day.year % 100)"
        }
    }
}
