/// The cells of one record as names of columns.
struct HeaderNames {
    /// In the order of the record; empty where a cell is blank or too long for a name.
    let inOrder: [ColumnName]
    /// Without order, for layouts that have none.
    let all: Set<ColumnName>
    /// How many columns there are up to the last one that has a name.
    let width: Int

    init(_ record: [String]) {
        inOrder = record.map(ColumnName.init)
        all = Set(inOrder)
        width = inOrder.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
    }
}
