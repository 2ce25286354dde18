extension RowReading {
    /// Where a cell stands, and what it is there for.
    struct Place: Sendable {
        /// From 0.
        let column: Int
        /// The name of the column as it may be shown.
        let name: String
        /// What the column is for.
        let meaning: ColumnMeaning?
        /// Whether its name has LinkedIn in it.
        let isNamedLinkedIn: Bool
    }
}

extension RowReading.Place {
    /// A column of the file.
    init(column: Int, header: String, meaning: ColumnMeaning?) {
        self.init(
            column: column, name: Self.shown(header) ?? "\(column + 1)", meaning: meaning,
            isNamedLinkedIn: ColumnName(header).namesLinkedIn)
    }

    /// A value within a cell of attributes.
    init(attribute: String, of column: RowReading.Place, names: ColumnName, meaning: ColumnMeaning?) {
        self.init(
            column: column.column, name: column.name + (Self.shown(attribute).map { "." + $0 } ?? ""),
            meaning: meaning, isNamedLinkedIn: names.namesLinkedIn)
    }

    /// A name as it may be shown: none that could be a contact's data in a header's place.
    private static func shown(_ name: String) -> String? {
        let isShowable = !name.contains("@") && name.unicodeScalars.contains { $0.properties.isAlphabetic }
        return isShowable ? String(name.prefix(60)) : nil
    }
}
