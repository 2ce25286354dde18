import Origins

/// What the user said about a list, where it does not speak for itself.
package struct ListOptions: Hashable, Sendable {
    /// What columns are for.
    package var columns: ColumnMap

    /// The member of an archive, or the sheet of a workbook; nil to find it.
    package var member: String?

    /// Whether a list is refused in which no column holds addresses, or nobody can say which.
    ///
    /// Whoever reads who must not be mailed takes all that there are, and hashes.
    package var mustSettleAddresses = true

    /// What was said; nothing, unless given.
    package init(columns: ColumnMap = ColumnMap(), member: String? = nil) {
        self.columns = columns
        self.member = member
    }

    /// What was said of the column of the addresses: its name, or its number from 1; nil to find it.
    package init(addressColumn: String?) {
        columns = ColumnMap()
        // The first thing that is said contradicts nothing.
        if let addressColumn { try? columns.set(.address, column: addressColumn) }
    }
}
