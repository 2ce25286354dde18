/// Rows that something else than a table is made of.
protocol RowSource: AnyObject {
    /// The next row, or nil at the end.
    func nextRow() throws -> ContainerRow?

    /// Goes back to the first row.
    func rewind() throws
}
