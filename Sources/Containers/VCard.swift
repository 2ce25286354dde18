/// What a card says of a person, as far as a mailing list needs it.
///
/// Telephone numbers, postal addresses, birthdays and pictures are left behind: no list needs them. The columns
/// are named so that a profile on a card weighs as what it is, something that people put there themselves.
struct VCard: Hashable, Sendable {
    /// The columns, in their order.
    static let header = [
        "Full Name", "First Name", "Last Name", "E-mail Address", "Company", "Job Title", "Notes",
        "Categories",
        "Web Page", "Social Profiles", "IM", "Source", "Last Modified", "UID",
    ]

    /// The columns, as places in the row.
    private enum Column: Int {
        case fullName, firstName, lastName, address, company, title, notes, categories, web, social, messaging
        case source, modified, identifier
    }

    /// The cells under ``header``.
    private(set) var cells: [String] = Array(repeating: "", count: header.count)

    /// Takes a property in, if it is one that counts.
    mutating func add(_ property: VCardProperty) {
        switch property.name {
        case "FN": add(property.text, to: .fullName, first: true)
        case "N": addName(property.parts(setApartBy: ";"))
        case "EMAIL": add(property.text, to: .address)
        case "ORG": add(property.parts(setApartBy: ";").first { !$0.isEmpty } ?? "", to: .company)
        case "TITLE": add(property.text, to: .title)
        case "NOTE": add(property.text, to: .notes, separator: "\n")
        case "CATEGORIES":
            add(property.parts(setApartBy: ",").joined(separator: ", "), to: .categories, separator: ", ")
        case "URL": add(property.text, to: .web)
        case "SOCIALPROFILE", "X-SOCIALPROFILE", "X-LINKEDIN", "X-LINKEDIN-URL", "X-LINKEDIN-PROFILE":
            add(property.text, to: .social)
        case "IMPP", "X-SKYPE", "X-JABBER", "X-AIM", "X-MSN", "X-ICQ", "X-YAHOO", "X-GTALK":
            let isLinkedIn = property.has("linkedin", in: ["X-SERVICE-TYPE", "SERVICE-TYPE", "TYPE"])
            add(property.text, to: isLinkedIn ? .social : .messaging)
        case "SOURCE": add(property.text, to: .source)
        case "REV": add(property.text, to: .modified, first: true)
        case "UID": add(property.text, to: .identifier, first: true)
        default: break
        }
    }

    /// Puts the full name together where the card leaves it out, as vCard 2.1 may.
    mutating func finish() {
        guard cells[Column.fullName.rawValue].isEmpty else { return }
        let parts = [cells[Column.firstName.rawValue], cells[Column.lastName.rawValue]]
        cells[Column.fullName.rawValue] = parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private mutating func addName(_ parts: [String]) {
        add(parts.first ?? "", to: .lastName, first: true)
        add(parts.count > 1 ? parts[1] : "", to: .firstName, first: true)
    }

    private mutating func add(
        _ text: String, to column: Column, separator: String = "; ", first: Bool = false
    ) {
        let trimmed = Self.trimmed(text)
        guard !trimmed.isEmpty, !(first && !cells[column.rawValue].isEmpty) else { return }
        cells[column.rawValue] += cells[column.rawValue].isEmpty ? trimmed : separator + trimmed
    }

    private static func trimmed(_ text: String) -> Substring {
        var rest = text[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }
}
