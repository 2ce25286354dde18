public import Origins
public import Policies
import Suggestions

/// What the user says that columns are for: `email=Kontakt,source=3,row.customer=Kunde`.
public struct ColumnMap: Hashable, Sendable {
    /// One column and its meaning.
    public struct Entry: Hashable, Sendable {
        /// What the column is for.
        public let meaning: ColumnMeaning
        /// Its name, or its number from 1.
        public let column: String
    }

    /// One column and the fact that its cells tell.
    public struct FactEntry: Hashable, Sendable {
        /// What the column tells of a contact.
        public let fact: Fact
        /// Its name, or its number from 1.
        public let column: String
    }

    /// What was said of the meaning of columns, in its order.
    public private(set) var entries: [Entry] = []
    /// What was said of the facts that columns tell, in its order.
    public private(set) var facts: [FactEntry] = []

    /// Nothing was said.
    public init() {}

    /// Reads what was said, each text with one entry or several between commas.
    ///
    /// A name with a comma in it stands in quotes; a quote in quotes is written twice.
    ///
    /// - Throws: `badMapping` for what is no entry and for a word that means nothing, with the nearest one.
    public init(parsing texts: [String]) throws(ListError) {
        for text in texts {
            for part in try Self.parts(of: text) { try add(part) }
        }
    }

    /// Adds a meaning.
    ///
    /// - Throws: `badMapping` if the addresses stand in another column already.
    public mutating func set(_ meaning: ColumnMeaning, column: String) throws(ListError) {
        if meaning == .address, entries.contains(where: { $0.meaning == .address }) {
            throw ListError(
                .badMapping, "Two columns were named for the e-mail address, and a list has one.",
                hint: "Give the other as other-email.")
        }
        entries.append(Entry(meaning: meaning, column: column))
    }

    /// Adds a fact that a column tells.
    ///
    /// - Throws: `badMapping` if another column tells it already, or if no column can.
    public mutating func set(_ fact: Fact, column: String) throws(ListError) {
        guard fact.canBeToldByColumn else {
            throw ListError(
                .badMapping, "No column can tell \(fact.name): \(fact.source).",
                hint: "Columns tell: \(Self.factNames.joined(separator: ", ")).")
        }
        guard !facts.contains(where: { $0.fact == fact }) else {
            throw ListError(
                .badMapping, "Two columns were named for \(fact.name), and one tells it.",
                hint: "Name the one that is right.")
        }
        facts.append(FactEntry(fact: fact, column: column))
    }

    private mutating func add(_ part: String) throws(ListError) {
        guard let sign = part.firstIndex(of: "="), sign > part.startIndex else {
            throw ListError(
                .badMapping, "The mapping \(Self.shown(part)) has no meaning and column.",
                hint: "Write it as in email=\"E-mail Address\",source=3.")
        }
        let word = part[..<sign].trimmingSpaces.lowercased()
        let column = part[part.index(after: sign)...].trimmingSpaces
        let (meaning, fact) = (ColumnMeaning(word: word), Self.facts[word])
        guard meaning != nil || fact != nil else { throw Self.unknown(word) }
        guard !column.isEmpty else {
            throw ListError(
                .badMapping, "The mapping of \(word) names no column.",
                hint: "Give the name of a column, or its number from 1.")
        }
        if let meaning { try set(meaning, column: column) }
        if let fact { try set(fact, column: column) }
    }

    /// The word for the fact that columns tell most often.
    private static let country = "country"

    /// Every fact by its name in lower case, that of the country also by its word.
    private static let facts = Dictionary(
        [(country, Fact.rowCountry)] + Fact.allCases.map { ($0.name.lowercased(), $0) }
    ) { first, _ in first }

    private static let factNames = Fact.allCases.filter(\.canBeToldByColumn).map(\.name)

    private static func unknown(_ word: String) -> ListError {
        let words = ColumnMeaning.allCases.map(\.word) + [country]
        let near = nearestName(to: word, among: words + factNames).map { " Did you mean \"\($0)\"?" } ?? ""
        return ListError(
            .badMapping, "No column means \(shown(word)).\(near)",
            hint:
                "Columns mean: \(words.joined(separator: ", ")). They also tell facts: \(factNames.joined(separator: ", "))."
        )
    }

    /// A text as a complaint repeats it: short, and never if it could be an address.
    private static func shown(_ text: String) -> String {
        text.contains("@") ? "\"…\"" : "\"\(text.prefix(60).filter { !$0.isNewline })\""
    }

    /// The entries of a text, without the quotes around names.
    private static func parts(of text: String) throws(ListError) -> [String] {
        var parts: [String] = []
        var part = ""
        var isQuoted = false
        var rest = text[...]
        while let character = rest.popFirst() {
            if character == "\"", isQuoted, rest.first == "\"" {
                part.append(character)
                rest.removeFirst()
            } else if character == "\"" {
                isQuoted.toggle()
            } else if character == ",", !isQuoted {
                parts.append(part)
                part = ""
            } else {
                part.append(character)
            }
        }
        guard !isQuoted else {
            throw ListError(
                .badMapping, "A quotation mark of a mapping is not closed.",
                hint: "Write it as in email=\"Mail, private\".")
        }
        return (parts + [part]).filter { !$0.trimmingSpaces.isEmpty }
    }
}

extension StringProtocol {
    /// Without white space at its ends.
    fileprivate var trimmingSpaces: String {
        let start = self.drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
