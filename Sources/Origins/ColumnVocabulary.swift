/// What columns are called, in the languages of the lists.
struct ColumnVocabulary: Sendable {
    /// Meanings of whole names.
    var names: [ColumnName: ColumnMeaning] = [:]
    /// What columns are about that say nothing of an origin, by whole names.
    var topics: [ColumnName: ColumnTopic] = [:]
    /// Meanings of names by their parts, asked in this order where no whole name fits.
    var patterns: [ColumnPattern] = []

    /// What a column is for, as far as its name tells.
    func meaning(of name: ColumnName) -> ColumnMeaning? {
        guard !name.isEmpty else { return nil }
        return names[name] ?? patterns.first { $0.fits(name) }?.meaning
    }

    /// Whether a whole name is known, so that no guess by parts was needed.
    func isExact(_ name: ColumnName) -> Bool { names[name] != nil }
}
