internal import StrictYAML

/// What programs write below a list: totals, signatures, numbers of pages.
struct FooterVocabulary: Sendable {
    /// Beginnings of a footer, as words with a space around each.
    private var beginnings: [String] = []
    /// Whole footers; a word of digits stands for every number.
    private var whole: Set<String> = []

    /// More filled cells has no footer that holds words in others than the first.
    private static let mostCells = 3

    /// Nothing.
    init() {}

    /// Reads `footers.yaml`.
    init(reading text: String, file: String) throws(YAMLError) {
        let root = try YAMLDocument.parse(
            text, file: file, packed: EmbeddedFiles.tree(of: text, named: file)
        ).mapping()
        try root.allowOnly(["begins", "is"])
        for node in try root.required("begins").list() {
            beginnings.append(Self.folded(try node.nonEmptyText()))
        }
        for node in try root.required("is").list() { whole.insert(Self.folded(try node.nonEmptyText())) }
    }

    /// Whether a record is a footer.
    ///
    /// Never one with an at sign: it could be a contact.
    func fits(_ record: [String]) -> Bool {
        let filled = record.filter { !HeaderLikeness.isBlank($0) }
        guard let first = filled.first, first.utf8.count <= 1_000,
            !filled.contains(where: AddressCell.holdsSign)
        else { return false }
        let words = Self.folded(first)
        if filled.count <= Self.mostCells, beginnings.contains(where: { words.hasPrefix($0) }) { return true }
        guard filled.dropFirst().allSatisfy({ cell in !cell.contains(where: \.isLetter) }) else {
            return false
        }
        return whole.contains(words) || (filled.count == 1 && Self.isRule(first))
    }

    /// Whether a cell is a line drawn with signs: `-----`, `* * *`.
    private static func isRule(_ cell: String) -> Bool {
        cell.utf8.count >= 3 && cell.allSatisfy { $0.isWhitespace || "-=_*.~#+–—".contains($0) }
    }

    /// Words with a space around each, and `0` for every number.
    private static func folded(_ text: String) -> String {
        let words = WordText(text).text.split(separator: " ").map { word in
            word.allSatisfy(\.isNumber) ? "0" : String(word)
        }
        return words.joined(separator: " ") + " "
    }
}
