internal import Consent
internal import UnicodeForms

/// What the cells of one row say of a person, put together into fingerprints.
struct FingerprintDraft {
    private var addresses: [String] = []
    private var profiles: [String] = []
    private var first = ""
    private var last = ""
    private var full = ""
    private var companies: [String] = []
    private var days: [(text: String, isGuessed: Bool)] = []

    /// More of a kind in one row is no person.
    private static let greatestCount = 4

    /// Takes in a cell.
    mutating func take(_ cell: String, _ meaning: ColumnMeaning?) {
        switch meaning {
        case .address, .otherAddress: takeAddresses(cell)
        case .profile:
            if let reference = ProfileReference(dedicatedCell: cell) { takeProfile(reference) }
        case .firstName: first = joined(first, cell)
        case .lastName: last = joined(last, cell)
        case .fullName: if full.isEmpty { full = cell }
        case .company: if companies.count < 2 { companies.append(cell) }
        case .connectedOn: takeDays(cell, isGuessed: false)
        case .web: takeWholeProfile(cell)
        case nil:
            takeWholeProfile(cell)
            takeDays(cell, isGuessed: true)
        default: break
        }
    }

    /// What was taken in, as fingerprints without repetition.
    func fingerprints(_ people: PeopleVocabulary) -> [Fingerprint] {
        var result = addresses.map { Fingerprint(.address, $0) } + profiles.map { Fingerprint(.profile, $0) }
        let name = PersonName(first: first, last: last, full: full, vocabulary: people)
        guard !name.forms.isEmpty else { return result }
        var employers: [String] = []
        for company in companies {
            for form in CompanyName(company, vocabulary: people).forms where !employers.contains(form) {
                employers.append(form)
            }
        }
        for form in name.forms {
            // A line feed stands in no word, so that no name can run into a company.
            result += employers.map { Fingerprint(.nameCompany, form + "\n" + $0) }
            result += days.map { Fingerprint(.nameDate, form + "\n" + $0.text, isGuessed: $0.isGuessed) }
        }
        for form in name.fullerForms {
            // Kept apart by a sign that stands in no word: a pet name may be another person's name.
            result += employers.map { Fingerprint(.nameCompany, "~" + form + "\n" + $0, isGuessed: true) }
        }
        return result + name.forms.map { Fingerprint(.name, $0) }
    }

    /// Addresses of a cell, without their `+tag`: it leads to the same mailbox.
    private mutating func takeAddresses(_ cell: String) {
        guard cell.utf8.contains(UInt8(ascii: "@")) else { return }
        for part in cell.prefix(2_000).split(whereSeparator: { $0.isWhitespace || ",;<>()|\"[]".contains($0) }
        ) {
            guard addresses.count < Self.greatestCount, part.contains("@") else { continue }
            var text = part
            while let mark = text.firstIndex(of: ":") { text = text[text.index(after: mark)...] }
            guard let address = try? EmailAddress(parsing: text) else { continue }
            let mailbox = address.localPart.prefix { $0 != "+" }
            let folded = "\(mailbox.isEmpty ? address.localPart : mailbox)@\(address.domain)"
            if !addresses.contains(folded) { addresses.append(folded) }
        }
    }

    private mutating func takeWholeProfile(_ cell: String) {
        if let reference = ProfileReference(firstIn: cell), reference.isWholeText { takeProfile(reference) }
    }

    private mutating func takeProfile(_ reference: ProfileReference) {
        let slug = NormalForm.composed(reference.slug)
        if profiles.count < Self.greatestCount, !profiles.contains(slug) { profiles.append(slug) }
    }

    private mutating func takeDays(_ cell: String, isGuessed: Bool) {
        for day in ConnectionDay(cell).candidates
        where days.count < Self.greatestCount && !days.contains(where: { $0.text == day }) {
            days.append((day, isGuessed))
        }
    }

    private func joined(_ before: String, _ cell: String) -> String {
        before.isEmpty ? cell : before.utf8.count < PlainSpelling.longest ? before + " " + cell : before
    }
}
