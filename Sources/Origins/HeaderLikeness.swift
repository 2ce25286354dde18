/// Whether a record above the contacts looks like a header whose names nobody knows.
///
/// Names of columns are short and said once; what stands below them is dates, numbers, links, addresses, and comes
/// again. A contact that is taken for a header would be lost, so that doubt speaks against one.
struct HeaderLikeness {
    private let columns: ColumnVocabulary
    private let words: SourceVocabulary
    private let contacts: ArraySlice<[String]>
    private let addressColumn: Int

    /// - Parameters:
    ///   - contacts: Records that hold addresses in the column, from the first on.
    ///   - addressColumn: From 0.
    init(_ catalogue: LayoutCatalogue, contacts: ArraySlice<[String]>, addressColumn: Int) {
        columns = catalogue.columns
        words = catalogue.words
        self.contacts = contacts.prefix(200)
        self.addressColumn = addressColumn
    }

    /// Whether it does.
    func fits(_ record: [String]) -> Bool {
        let filled = record.indices.filter { !Self.isBlank(record[$0]) }
        guard !filled.isEmpty, filled.count <= 2_000,
            filled.allSatisfy({ couldBeName(record[$0], isAlone: filled.count == 1) })
        else { return false }
        if filled.contains(where: { comesAgain(record[$0], in: $0, of: record) }) { return false }
        let names = filled.map { ColumnName(record[$0]) }
        if names.contains(where: { columns.isExact($0) || Self.isNumbered($0) }) { return true }
        // Where nothing is known, the column of the addresses must have a name, and one that is no address half written.
        guard filled.contains(addressColumn), words.isFilled(record[addressColumn]) else { return false }
        let name = record[addressColumn]
        let isHalfAddress = name.contains(".") && !name.contains(where: \.isWhitespace)
        return !isHalfAddress && !name.lowercased().contains("(at)") && !name.lowercased().contains("[at]")
    }

    /// Whether a name is one that programs give to columns without any: `Spalte1`, `Column 2`, `Unnamed: 0`.
    static func isNumbered(_ name: ColumnName) -> Bool {
        let letters = name.folded.prefix { !$0.isNumber }
        return letters.count < name.folded.count && stems.contains(String(letters))
            && name.folded.dropFirst(letters.count).allSatisfy(\.isNumber)
    }

    private static let stems: Set<String> = [
        "spalte", "column", "col", "feld", "field", "champ", "colonne", "columna", "campo", "colonna",
        "coluna", "kolom",
        "veld", "unnamed", "unnamedcolumn", "f", "c", "v", "x", "var",
    ]

    /// Whether nothing can be seen in a cell.
    static func isBlank(_ cell: String) -> Bool {
        cell.unicodeScalars.allSatisfy { $0.properties.isWhitespace || Lookalikes.isInvisible($0) }
    }

    private func couldBeName(_ cell: String, isAlone: Bool) -> Bool {
        let text = cell.unicodeScalars.filter { !Lookalikes.isInvisible($0) && !$0.properties.isWhitespace }
        guard text.count <= 60, let first = text.first, let last = text.last else { return false }
        let digits = text.count { $0.properties.numericType != nil }
        let letters = text.count { $0.properties.isAlphabetic }
        guard digits < letters, !"#{[*".unicodeScalars.contains(first) else { return false }
        // A line that stands alone is a title or a sentence as often as a name.
        if last == "." || (isAlone && ":!?".unicodeScalars.contains(last)) { return false }
        return !cell.contains("://") && !cell.lowercased().hasPrefix("www.")
            && cell.split(separator: " ").count <= (isAlone ? 3 : 6)
    }

    /// Whether the cell stands again in its column, in a record that is not the same header once more.
    private func comesAgain(_ cell: String, in column: Int, of record: [String]) -> Bool {
        contacts.contains { $0.indices.contains(column) && $0[column] == cell && $0 != record }
    }
}
