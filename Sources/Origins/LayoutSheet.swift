/// What is known of a layout, as names and words that can be shown.
///
/// Names of columns stand as the file of the layout spells them; they are compared without case, accents and what stands
/// between letters.
package struct LayoutSheet: Sendable {
    /// One header by which the layout is known.
    package struct Header: Sendable {
        /// The language of the names, as a two-letter code.
        package let language: String
        /// Whether the order of the columns counts.
        package let order: HeaderSet.Order
        /// Columns that must be there; of each inner list one.
        package let must: [[String]]
        /// Columns that may be there too.
        package let may: [String]
    }

    /// What one column means.
    package struct Column: Sendable {
        /// The name.
        package let name: String
        /// What it is for.
        package let meaning: ColumnMeaning
    }

    /// The headers, one of which is enough.
    package let headers: [Header]
    /// Meanings that differ from the general ones, by name.
    package let columns: [Column]
    /// Where such files were seen, and how sure that is.
    package let evidence: String

    /// The sheet of a layout.
    package init(_ layout: Layout) {
        let spellings = layout.spellings
        func shown(_ name: ColumnName) -> String { spellings[name] ?? name.folded }
        headers = layout.headers.map { set in
            Header(
                language: set.language, order: set.order, must: set.must.map { $0.map(shown) },
                may: set.may.map(shown))
        }
        columns = layout.columns.map { Column(name: shown($0.key), meaning: $0.value) }
            .sorted { ($0.meaning.rawValue, $0.name) < ($1.meaning.rawValue, $1.name) }
        evidence = layout.evidence
    }
}
