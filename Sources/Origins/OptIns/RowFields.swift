/// The filled cells of a row, and the attributes within them, by the names of their columns.
struct RowFields {
    /// One filled value.
    struct Field {
        let cell: ClaimedCell
        /// The names under which it goes: of the column, or of the attribute with and without its object's.
        let keys: [ColumnName]
    }

    /// In the order of the columns.
    private(set) var fields: [Field] = []

    /// The first field of a list of names, asked in their order.
    func first(named names: [ColumnName]) -> Field? {
        for name in names {
            if let field = fields.first(where: { $0.keys.contains(name) }) { return field }
        }
        return nil
    }

    /// All fields of some meanings, asked in their order.
    func all(_ meanings: [ColumnMeaning]) -> [Field] {
        meanings.flatMap { meaning in fields.filter { $0.cell.meaning == meaning } }
    }

    /// The fields that have none of some names.
    func without(_ names: Set<ColumnName>) -> RowFields {
        var result = RowFields()
        result.fields = fields.filter { names.isDisjoint(with: $0.keys) }
        return result
    }

    /// Takes a cell up.
    mutating func append(_ text: String, at place: RowReading.Place, key: ColumnName) {
        fields.append(
            Field(
                cell: ClaimedCell(
                    column: place.column, name: place.name, meaning: place.meaning, text: text),
                keys: [key]))
    }

    /// Takes the attributes of a cell up.
    mutating func append(
        attributesOf text: String, at place: RowReading.Place, words: SourceVocabulary,
        vocabulary: ColumnVocabulary
    ) {
        for attribute in AttributeScan(text).attributes where words.isFilled(attribute.value) {
            let last = attribute.names.last ?? ""
            let joined = ColumnName(attribute.names.joined(separator: "_"))
            let key = ColumnName(last)
            let meaning = vocabulary.meaning(of: joined) ?? vocabulary.meaning(of: key)
            let inner = RowReading.Place(attribute: last, of: place, names: joined, meaning: meaning)
            fields.append(
                Field(
                    cell: ClaimedCell(
                        column: inner.column, name: inner.name, meaning: meaning, text: attribute.value),
                    keys: [joined, key]))
        }
    }
}
