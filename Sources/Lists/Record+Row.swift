package import Tables

extension Record {
    /// The text of every cell.
    package var allCells: [String] { (0..<cellCount).map { text($0) } }

    /// Whether the cells stand under their headers.
    ///
    /// Empty ones beyond the header are fine: many tools end every line with a delimiter. Where a quote does not close at
    /// the end of its cell, nobody can say which cell is which.
    ///
    /// - Parameter columns: How many columns the header has; 0 where there is none.
    package func fits(columns: Int) -> Bool {
        if hasLooseQuotes { return false }
        guard columns > 0, cellCount != columns else { return true }
        guard cellCount > columns else { return false }
        return (columns..<cellCount).allSatisfy { withCell($0) { $0.isEmpty } }
    }
}
