/// The filled cells of a row, and the attributes within them, by the names of their columns.
struct RowFields {
    /// One filled value.
    struct Field {
        let cell: ClaimedCell
        /// The numbers of the names under which it goes: of the column, or of the attribute with and without its
        /// object's; nil for names that no rule tells of.
        let name: Int?
        let innerName: Int?

        /// Whether it goes under a name.
        func isOf(_ column: Int) -> Bool { name == column || innerName == column }
    }

    /// In the order of the columns.
    private(set) var fields: [Field] = []

    /// No fields yet, with room for some.
    init(capacity: Int = 0) { fields.reserveCapacity(capacity) }

    /// The first field of a name.
    func first(of column: Int) -> Field? {
        // By their places: a copy of a field costs more than the look at it.
        for place in fields.indices where fields[place].isOf(column) { return fields[place] }
        return nil
    }

    /// The first field of a list of names, asked in their order.
    func first(of columns: [Int]) -> Field? {
        for column in columns {
            if let field = first(of: column) { return field }
        }
        return nil
    }

    /// All fields of some meanings, asked in their order.
    func all(_ meanings: [ColumnMeaning]) -> [Field] {
        var found: [Field] = []
        for meaning in meanings {
            for place in fields.indices where fields[place].cell.meaning == meaning {
                found.append(fields[place])
            }
        }
        return found
    }

    /// The first field of some meanings, asked in their order, that a condition holds for.
    func first(_ meanings: [ColumnMeaning], where holds: (Field) -> Bool) -> Field? {
        for meaning in meanings {
            for place in fields.indices
            where fields[place].cell.meaning == meaning && holds(fields[place]) {
                return fields[place]
            }
        }
        return nil
    }

    /// The fields that have none of some names.
    func without(_ columns: Set<Int>) -> RowFields {
        guard !columns.isEmpty else { return self }
        var result = RowFields()
        result.fields = fields.filter { field in
            field.name.map(columns.contains) != true && field.innerName.map(columns.contains) != true
        }
        return result
    }

    /// Takes a cell up.
    mutating func append(_ text: String, at place: RowReading.Place, name: Int?) {
        fields.append(
            Field(
                cell: ClaimedCell(
                    column: place.column, name: place.name, meaning: place.meaning, text: text),
                name: name, innerName: nil))
    }

    /// Takes the attributes of a cell up.
    mutating func append(
        attributesOf text: String, at place: RowReading.Place, words: SourceVocabulary,
        vocabulary: ColumnVocabulary, names: NamedColumns
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
                    name: names.number(of: joined), innerName: names.number(of: key)))
        }
    }
}
