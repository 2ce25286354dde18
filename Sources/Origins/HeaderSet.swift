/// The names of columns by which one layout is known, in one language.
public struct HeaderSet: Sendable, Hashable {
    /// Whether the order of the columns is part of the proof.
    public enum Order: String, Sendable, CaseIterable {
        /// In any order, among any others.
        case any
        /// In this order, from the first column on; others may follow.
        case begins
        /// In this order, and no other column.
        case exact
    }

    /// The language of the names, as a two-letter code.
    public let language: String
    /// Whether the order counts.
    public let order: Order
    /// Columns that must be there; of each inner list one.
    let must: [[ColumnName]]
    /// Columns that may be there too; they tell apart layouts that share the others.
    let may: [ColumnName]

    /// How many columns speak for this layout, or nil if the header is of another.
    func agreement(with header: HeaderNames) -> Int? {
        switch order {
        case .any:
            guard must.allSatisfy({ $0.contains { header.all.contains($0) } }) else { return nil }
            return must.count + may.count { header.all.contains($0) }
        case .begins, .exact:
            let width = header.width
            guard order == .begins ? width >= must.count : width == must.count else { return nil }
            guard zip(must, header.inOrder).allSatisfy({ $0.contains($1) }) else { return nil }
            return must.count
        }
    }
}
