extension Recognition {
    /// Which cells of a row are looked at for signs, and how.
    struct Reading {
        let watched: [RowReading.Place]
        let marks: [(place: RowReading.Place, mark: Layout.RowMark)]
        /// What the columns are for, as found and as corrected.
        let all: Set<ColumnMeaning>
        let readsEveryRow: Bool

        /// - Parameters:
        ///   - meanings: What the columns are for.
        ///   - found: What they were taken for before the user corrected that.
        ///   - headers: Their names; empty without a header.
        init(_ meanings: [ColumnMeaning?], found: [ColumnMeaning?], _ headers: [String], _ layout: Layout?) {
            func place(_ column: Int, _ meaning: ColumnMeaning?) -> RowReading.Place {
                RowReading.Place(
                    column: column, header: headers.indices.contains(column) ? headers[column] : "",
                    meaning: meaning)
            }
            let places = meanings.indices.flatMap { column in
                meanings[column] == found[column]
                    ? [place(column, meanings[column])]
                    : [place(column, found[column]), place(column, meanings[column])]
            }
            watched = places.filter { $0.meaning?.isSilent != true }
            marks = meanings.indices.flatMap { column in
                let name = ColumnName(headers.indices.contains(column) ? headers[column] : "")
                return (layout?.marks ?? []).filter { $0.names.contains(name) }.map {
                    (place(column, found[column]), $0)
                }
            }
            all = Set(places.compactMap(\.meaning))
            readsEveryRow = !marks.isEmpty || all.contains(where: \.asksForEveryRow)
        }
    }
}
